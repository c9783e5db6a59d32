import type { Series } from './chart.ts';
import { drawElement } from './draw-element.ts';
import { seriesLook } from './series-look.ts';

interface Range {
  readonly from: number;
  readonly to: number;
  readonly y: number;
  readonly series: Series;
  /** Dashed where the precision is a planning value and not yet an own figure. */
  readonly assumed: boolean;
}

/** A range as a line with ends: a soft broad one where its width is established, a dashed one where it is assumed. */
export function drawRange({ from, to, y, series, assumed }: Range): string {
  const { className, colour } = seriesLook(series);
  const line = { class: `ci ${className}`, stroke: colour };
  const body = assumed
    ? { 'stroke-width': 2.4, 'stroke-dasharray': '5 4' }
    : { 'stroke-width': 7, 'stroke-opacity': 0.35 };
  const end = (x: number): string =>
    drawElement('line', { ...line, x1: x, x2: x, y1: y - 5, y2: y + 5, 'stroke-width': 1.8 });
  return drawElement('line', { ...line, x1: from, x2: to, y1: y, y2: y, ...body }) + end(from) + end(to);
}

import type { Series } from './chart.ts';
import { drawElement, roundTenth } from './draw-element.ts';
import { seriesLook } from './series-look.ts';

/** The sign of a series at a point; every series has a shape of its own. */
export function drawSign(series: Series, x: number, y: number): string {
  const { className, colour } = seriesLook(series);
  const look = { class: `dot ${className}`, fill: colour };
  if (series === 1) return drawElement('circle', { ...look, cx: x, cy: y, r: 4.4 });
  if (series === 2) return drawElement('rect', { ...look, x: x - 3.8, y: y - 3.8, width: 7.6, height: 7.6 });
  return drawElement('path', { ...look, d: OUTLINES[series](roundTenth(x), roundTenth(y)) });
}

const OUTLINES = {
  3: (x: number, y: number) => `M${x} ${roundTenth(y - 5.2)}l4.8 8.8h-9.6z`,
  4: (x: number, y: number) => `M${x} ${roundTenth(y - 5.6)}l5.6 5.6-5.6 5.6-5.6-5.6z`,
  5: (x: number, y: number) => `M${x} ${roundTenth(y + 5.2)}l4.8-8.8h-9.6z`,
} as const;

import { chartTable, type Chart, type ChartFrame } from './chart.ts';
import { drawElement, drawText, roundTenth } from './draw-element.ts';
import { drawPicture, WIDTH } from './draw-picture.ts';
import type { ProfileSeries } from './draw-profile.ts';
import { drawSign } from './draw-sign.ts';
import type { Scale } from './score-axis.ts';
import { GRID, INK, MUTED, seriesLook } from './series-look.ts';

/** More than three outlines cannot be told apart. */
export const MOST_IN_RADAR = 3;

export interface Radar extends ChartFrame {
  /** Three or more, in a fixed order: the area means nothing, and another order would make another one. */
  readonly axes: readonly string[];
  readonly people: readonly ProfileSeries[];
  readonly scale: Scale;
  readonly conclusion: string;
}

const HEIGHT = 290;
const CENTRE = { x: WIDTH / 2, y: HEIGHT / 2 + 4 };
const RADIUS = 104;

/** The shape of one to three profiles; a second view beside one that shows values along a line. */
export function drawRadar({ id, title, axes, people, scale, conclusion }: Radar): Chart {
  if (axes.length < 3) throw new RangeError('a radar needs three axes');
  if (people.length > MOST_IN_RADAR) throw new RangeError(`a radar holds ${MOST_IN_RADAR} people`);
  const place = (axis: number, value: number) => {
    const angle = -Math.PI / 2 + (axis * 2 * Math.PI) / axes.length;
    const reach = (RADIUS * (value - scale.min)) / (scale.max - scale.min);
    return { x: CENTRE.x + Math.cos(angle) * reach, y: CENTRE.y + Math.sin(angle) * reach };
  };
  const outline = (value: number) => points(axes.map((_, axis) => place(axis, value)));
  const rings = scale.ticks
    .filter((tick) => tick > scale.min)
    .map((tick) => drawRing(outline(tick), scale.format(tick), place(0, tick)));
  const spokes = axes.map((name, axis) =>
    drawSpoke(name, place(axis, scale.max), place(axis, scale.min + (scale.max - scale.min) * 1.15)),
  );
  const shapes = people.map((person) => drawOutline(person, place, people.length === 1));
  const said = people.map(
    ({ label, values }) =>
      `${label}: ${axes.map((name, axis) => `${name} ${sayValue(values[axis] ?? null, scale)}`).join(', ')}`,
  );
  return {
    svg: drawPicture(
      { id, title },
      HEIGHT,
      said.join('. '),
      rings.join('') + spokes.join('') + shapes.join(''),
    ),
    legend: people.map(({ label, series }) => ({ label, series })),
    conclusion,
    table: chartTable(
      title,
      ['', ...people.map(({ label }) => label)],
      axes.map((name, axis) => [name, ...people.map(({ values }) => sayValue(values[axis] ?? null, scale))]),
    ),
  };
}

type Point = { readonly x: number; readonly y: number };

const points = (corners: readonly Point[]): string =>
  corners.map(({ x, y }) => `${roundTenth(x)},${roundTenth(y)}`).join(' ');

const sayValue = (value: number | null, scale: Scale): string =>
  value === null ? 'none' : scale.format(value);

const drawRing = (corners: string, text: string, at: Point): string =>
  drawElement('polygon', { class: 'grid', points: corners, fill: 'none', stroke: GRID }) +
  drawText({ class: 'tick', x: at.x + 4, y: at.y + 11, 'font-size': 10.5, fill: MUTED }, text);

function drawSpoke(name: string, end: Point, label: Point): string {
  const side = label.x - CENTRE.x;
  const anchor = Math.abs(side) < 8 ? 'middle' : side > 0 ? 'start' : 'end';
  return (
    drawElement('line', { class: 'grid', x1: CENTRE.x, y1: CENTRE.y, x2: end.x, y2: end.y, stroke: GRID }) +
    drawText(
      { class: 'lab', x: label.x, y: label.y + 4, 'font-size': 12.5, fill: INK, 'text-anchor': anchor },
      name,
    )
  );
}

/** A person without a value on an axis has signs but no outline, because a gap has no shape. */
function drawOutline(
  { series, values }: ProfileSeries,
  place: (axis: number, value: number) => Point,
  filled: boolean,
): string {
  const { className, colour, dash } = seriesLook(series);
  const corners = values.flatMap((value, axis) => (value === null ? [] : [place(axis, value)]));
  const signs = corners.map(({ x, y }) => drawSign(series, x, y)).join('');
  if (corners.length < values.length) return signs;
  const area = drawElement('polygon', {
    class: `area ${className}`,
    points: points(corners),
    fill: colour,
    'fill-opacity': filled ? 0.12 : 0,
    stroke: colour,
    'stroke-width': 2.2,
    'stroke-dasharray': dash,
  });
  return area + signs;
}

import { chartTable, type Chart, type ChartFrame, type Series } from './chart.ts';
import { drawElement, drawText } from './draw-element.ts';
import { drawPicture, WIDTH } from './draw-picture.ts';
import { drawSign } from './draw-sign.ts';
import { AXIS_ROOM, scoreAxis, type Scale } from './score-axis.ts';
import { GRID, INK } from './series-look.ts';

/** One person in a profile: a value for every row of the chart, in their order; null where there is none. */
export interface ProfileSeries {
  readonly label: string;
  readonly series: Series;
  readonly values: readonly (number | null)[];
}

export interface Profile extends ChartFrame {
  readonly rows: readonly string[];
  readonly people: readonly ProfileSeries[];
  readonly scale: Scale;
  readonly conclusion: string;
}

const LEFT = 14;
const RIGHT = WIDTH - 14;
const NAME = 20;
const LANE = 11;

/** Each criterion a row under its name, each person a sign in a lane of their own, so that no sign hides another. */
export function drawProfile({ id, title, rows, people, scale, conclusion }: Profile): Chart {
  const row = NAME + people.length * LANE + 10;
  const bottom = rows.length * row;
  const axis = scoreAxis(scale, { left: LEFT, right: RIGHT, top: 4, bottom });
  const drawn = rows.map((name, index) => {
    const top = index * row;
    const lanes = people.map(({ series, values }, lane) => {
      const y = top + NAME + lane * LANE + LANE / 2;
      const value = values[index] ?? null;
      return drawLane(y) + (value === null ? '' : drawSign(series, axis.x(value), y));
    });
    return drawName(name, top) + lanes.join('');
  });
  return {
    svg: drawPicture(
      { id, title },
      bottom + AXIS_ROOM,
      people.map((person) => describe(person, rows, scale)).join('. '),
      axis.shapes + drawn.join(''),
    ),
    legend: people.map(({ label, series }) => ({ label, series })),
    conclusion,
    table: chartTable(
      title,
      ['', ...people.map(({ label }) => label)],
      rows.map((name, index) => [name, ...people.map(({ values }) => said(values[index] ?? null, scale))]),
    ),
  };
}

const said = (value: number | null, scale: Scale): string => (value === null ? 'none' : scale.format(value));

const describe = ({ label, values }: ProfileSeries, rows: readonly string[], scale: Scale): string =>
  `${label}: ${rows.map((name, index) => `${name} ${said(values[index] ?? null, scale)}`).join(', ')}`;

const drawLane = (y: number): string =>
  drawElement('line', {
    class: 'grid',
    x1: LEFT,
    x2: RIGHT,
    y1: y,
    y2: y,
    stroke: GRID,
    'stroke-dasharray': '1 4',
  });

/** On a plate of its own, because the upright lines pass behind it. */
const drawName = (name: string, top: number): string =>
  drawText({ class: 'lab', x: LEFT, y: top + 15, 'font-size': 12.5, 'font-weight': 560, fill: INK }, name);

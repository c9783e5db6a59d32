import { chartTable, LEAST_PEOPLE, type ChartFrame, type GroupChart } from './chart.ts';
import { drawElement, drawText } from './draw-element.ts';
import { drawPicture, WIDTH } from './draw-picture.ts';
import { AXIS_ROOM, scoreAxis, type Scale } from './score-axis.ts';
import { INK, RANGE, seriesLook } from './series-look.ts';

export interface Strip extends ChartFrame {
  readonly rows: readonly {
    readonly label: string;
    readonly values: readonly number[];
    /** The usual range, shaded. */
    readonly usual: { readonly from: number; readonly to: number };
  }[];
  readonly scale: Scale;
  readonly conclusion: string;
}

const LEFT = 14;
const RIGHT = WIDTH - 14;
const ROW = 44;

/** Every value of a group as a dot, row by row; never in an order of merit. */
export function drawStrip({ id, title, rows, scale, conclusion }: Strip): GroupChart {
  const fewest = Math.min(...rows.map(({ values }) => values.length));
  if (fewest < LEAST_PEOPLE) {
    return { kind: 'too-few', text: `Too few people to show: ${fewest} of at least ${LEAST_PEOPLE}.` };
  }
  const bottom = rows.length * ROW;
  const axis = scoreAxis(scale, { left: LEFT, right: RIGHT, top: 4, bottom });
  const drawn = rows.map(({ label, values, usual }, index) => {
    const y = index * ROW + 30;
    const shade = { x: axis.x(usual.from), width: axis.x(usual.to) - axis.x(usual.from) };
    return (
      drawText({ class: 'lab', x: LEFT, y: y - 14, 'font-size': 12.5, fill: INK }, label) +
      drawElement('rect', { class: 'band', ...shade, y: y - 8, height: 16, fill: RANGE }) +
      values.map((value) => drawValue(axis.x(value), y)).join('')
    );
  });
  return {
    kind: 'drawn',
    chart: {
      svg: drawPicture(
        { id, title },
        bottom + AXIS_ROOM,
        rows.map(({ label, values }) => `${label}: ${values.length} values`).join(', '),
        axis.shapes + drawn.join(''),
      ),
      legend: [],
      conclusion,
      table: chartTable(
        title,
        ['', 'Values', 'Usual range'],
        rows.map(({ label, values, usual }) => [
          label,
          `${values.length}`,
          `${scale.format(usual.from)} to ${scale.format(usual.to)}`,
        ]),
      ),
    },
  };
}

const drawValue = (x: number, y: number): string =>
  drawElement('circle', {
    class: `dot ${seriesLook(1).className}`,
    cx: x,
    cy: y,
    r: 3.4,
    fill: seriesLook(1).colour,
    'fill-opacity': 0.55,
  });

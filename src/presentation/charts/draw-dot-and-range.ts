import { chartTable, type Chart, type ChartFrame } from './chart.ts';
import { drawElement, drawText } from './draw-element.ts';
import { drawPicture, WIDTH } from './draw-picture.ts';
import { drawRange } from './draw-range.ts';
import { drawRowLabel, drawRowValue } from './draw-row-label.ts';
import { drawSign } from './draw-sign.ts';
import { AXIS_ROOM, scoreAxis, type Scale } from './score-axis.ts';
import { INK, MUTED } from './series-look.ts';

export interface DotAndRange extends ChartFrame {
  readonly rows: readonly {
    readonly label: string;
    readonly value: number;
    readonly from: number;
    readonly to: number;
    /** People the figure rests on. */
    readonly n: number;
  }[];
  readonly scale: Scale;
  /** The line that the rows are read against. */
  readonly line: { readonly value: number; readonly label: string };
  readonly conclusion: string;
}

const LEFT = 120;
const RIGHT = WIDTH - 48;
const TOP = 24;
const ROW = 28;

/** Figures of groups with their intervals against one line. */
export function drawDotAndRange({ id, title, rows, scale, line, conclusion }: DotAndRange): Chart {
  const bottom = TOP + rows.length * ROW;
  const axis = scoreAxis(scale, { left: LEFT, right: RIGHT, top: TOP, bottom });
  const drawn = rows.map(({ label, value, from, to }, index) => {
    const y = TOP + index * ROW + ROW / 2;
    return (
      drawRowLabel(label, LEFT - 10, y) +
      drawRange({ from: axis.x(from), to: axis.x(to), y, series: 1, assumed: false }) +
      drawSign(1, axis.x(value), y) +
      drawRowValue(scale.format(value), RIGHT + 12, y)
    );
  });
  return {
    svg: drawPicture(
      { id, title },
      bottom + AXIS_ROOM,
      rows.map(({ label, value, n }) => `${label} ${scale.format(value)} of ${n} people`).join(', '),
      axis.shapes + drawLine(axis.x(line.value), line.label, bottom) + drawn.join(''),
    ),
    legend: [],
    conclusion,
    table: chartTable(
      title,
      ['', 'Value', '90 % interval', 'People'],
      rows.map(({ label, value, from, to, n }) => [
        label,
        scale.format(value),
        `${scale.format(from)} to ${scale.format(to)}`,
        `${n}`,
      ]),
    ),
  };
}

const drawLine = (x: number, label: string, bottom: number): string =>
  drawElement('line', {
    class: 'cut',
    x1: x,
    x2: x,
    y1: TOP - 6,
    y2: bottom,
    stroke: INK,
    'stroke-width': 1.5,
    'stroke-dasharray': '4 3',
  }) + drawText({ class: 'tick', x, y: 12, 'font-size': 11.5, fill: MUTED, 'text-anchor': 'middle' }, label);

import { chartTable, type Chart, type ChartFrame } from './chart.ts';
import { drawElement, drawText } from './draw-element.ts';
import { drawPicture, WIDTH } from './draw-picture.ts';
import { formatScore } from '../format-score.ts';
import { AXIS_ROOM, scoreAxis, SCORE_SCALE } from './score-axis.ts';
import { EDGE, INK, MUTED, seriesLook } from './series-look.ts';

export interface QuantileDots extends ChartFrame {
  /** Regressed true score and its standard error; only where precision is established. */
  readonly estimate: number;
  readonly se: number;
  /** A line to count from, such as the last place; null where there is none. */
  readonly line: { readonly value: number; readonly label: string } | null;
}

/** Quantiles of the standard normal distribution at 2.5 %, 7.5 %, … 97.5 %. */
const QUANTILES = [0.0627, 0.1891, 0.3186, 0.4538, 0.5978, 0.7554, 0.9346, 1.1503, 1.4395, 1.96];
const LEFT = 14;
const RIGHT = WIDTH - 14;
const DOT = 12;
const BOTTOM = 104;

/** Twenty dots, each an equally likely true score: easier to read than a range with a probability. */
export function drawQuantileDots({ id, title, estimate, se, line }: QuantileDots): Chart {
  const axis = scoreAxis(SCORE_SCALE, { left: LEFT, right: RIGHT, top: 8, bottom: BOTTOM });
  const values = QUANTILES.flatMap((quantile) => [estimate - quantile * se, estimate + quantile * se]);
  const over = values.filter((value) => line === null || value >= line.value).length;
  const dots = stack(values.map((value) => ({ value, x: axis.x(value) }))).map(({ value, x, y }) =>
    drawDot(x, y, line === null || value >= line.value),
  );
  const ground = drawElement('line', {
    class: 'axis',
    x1: LEFT,
    x2: RIGHT,
    y1: BOTTOM,
    y2: BOTTOM,
    stroke: EDGE,
  });
  const conclusion =
    line === null
      ? 'Each of the 20 dots is an equally likely true score. The true score is nearer to the middle of all applicants than the score that was reached, because every measurement has error.'
      : `Each of the 20 dots is an equally likely true score. ${over} of 20 are at or above ${line.label} (${formatScore(line.value)}).`;
  return {
    svg: drawPicture(
      { id, title },
      BOTTOM + AXIS_ROOM,
      conclusion,
      axis.shapes + ground + dots.join('') + (line === null ? '' : drawCut(axis.x(line.value), line.label)),
    ),
    legend: [],
    conclusion,
    table: chartTable(
      title,
      ['True score', 'Estimate'],
      [
        ['Most likely', formatScore(estimate)],
        ['9 of 10 lie within', `± ${formatScore(1.645 * se)}`],
      ],
    ),
  };
}

/** Dots that would overlap stand on each other, in columns of one dot's width. */
function stack(dots: readonly { value: number; x: number }[]) {
  const heights = new Map<number, number>();
  return [...dots]
    .sort((left, right) => left.value - right.value)
    .map(({ value, x }) => {
      const column = Math.round(x / DOT);
      const height = heights.get(column) ?? 0;
      heights.set(column, height + 1);
      return { value, x: column * DOT, y: BOTTOM - 7 - height * DOT };
    });
}

const drawDot = (x: number, y: number, over: boolean): string =>
  over
    ? drawElement('circle', {
        class: `dot ${seriesLook(1).className}`,
        cx: x,
        cy: y,
        r: 5,
        fill: seriesLook(1).colour,
      })
    : drawElement('circle', {
        class: 'hollow',
        cx: x,
        cy: y,
        r: 4.4,
        fill: '#fff',
        stroke: MUTED,
        'stroke-width': 1.6,
      });

const drawCut = (x: number, label: string): string =>
  drawElement('line', {
    class: 'cut',
    x1: x,
    x2: x,
    y1: 4,
    y2: BOTTOM,
    stroke: INK,
    'stroke-width': 1.5,
    'stroke-dasharray': '4 3',
  }) +
  drawText(
    {
      class: 'lab',
      x: x > WIDTH / 2 ? x - 6 : x + 6,
      y: 14,
      'font-size': 12,
      fill: INK,
      'text-anchor': x > WIDTH / 2 ? 'end' : 'start',
    },
    label,
  );

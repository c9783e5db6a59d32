import { chartTable, LEAST_PEOPLE, type ChartFrame, type GroupChart, type Series } from './chart.ts';
import { drawElement, drawText } from './draw-element.ts';
import { drawPicture, WIDTH } from './draw-picture.ts';
import { drawSign } from './draw-sign.ts';
import { formatCount } from '../format-count.ts';
import { formatScore } from '../format-score.ts';
import { AXIS_ROOM, scoreAxis, SCORE_SCALE } from './score-axis.ts';
import { EDGE, INK, seriesLook } from './series-look.ts';

/** People with a score of `from` or more and less than `to`; the last bin includes its end. */
export interface Bin {
  readonly from: number;
  readonly to: number;
  readonly count: number;
}

interface MarkedPerson {
  readonly label: string;
  readonly series: Series;
  readonly score: number;
}

export interface Histogram extends ChartFrame {
  readonly bins: readonly Bin[];
  readonly people: readonly MarkedPerson[];
}

const LEFT = 14;
/** Room for the name at a flag that stands at the end of the scale. */
const RIGHT = WIDTH - 58;
const BARS = 120;
const FLAG = 16;

/** Where people lie among all applicants; flags stand lowest score highest, so that no line crosses a name. */
export function drawHistogram({ id, title, bins, people }: Histogram): GroupChart {
  const total = bins.reduce((sum, { count }) => sum + count, 0);
  if (total < LEAST_PEOPLE) {
    return {
      kind: 'too-few',
      text: `Too few people to show: ${total} of at least ${LEAST_PEOPLE} with a score.`,
    };
  }
  const top = 10 + people.length * FLAG;
  const bottom = top + BARS;
  const axis = scoreAxis(SCORE_SCALE, { left: LEFT, right: RIGHT, top, bottom });
  const highest = Math.max(...bins.map(({ count }) => count));
  const bars = bins.map(({ from, to, count }) =>
    drawBar(axis.x(from), axis.x(to), (BARS * count) / highest, bottom),
  );
  const flags = [...people]
    .sort((left, right) => left.score - right.score)
    .map((person, index) => drawFlag(person, axis.x(person.score), 10 + index * FLAG, bottom));
  const line = drawElement('line', {
    class: 'axis',
    x1: LEFT,
    x2: RIGHT,
    y1: bottom,
    y2: bottom,
    stroke: EDGE,
  });
  const said = people.map(({ label, score }) => `${label} ${formatScore(score)}`).join(', ');
  return {
    kind: 'drawn',
    chart: {
      svg: drawPicture(
        { id, title },
        bottom + AXIS_ROOM,
        `Scores of ${total} applicants, 0 to 100. ${said}.`,
        axis.shapes + bars.join('') + line + flags.join(''),
      ),
      legend: [],
      conclusion: `Each bar is the number of applicants with a score in that range; ${formatCount(total, 'applicant', 'applicants')} in all.`,
      table: chartTable(
        title,
        ['Score', 'Applicants'],
        bins.map(({ from, to, count }) => [`${formatScore(from)} to ${formatScore(to)}`, `${count}`]),
      ),
    },
  };
}

const drawBar = (from: number, to: number, height: number, bottom: number): string =>
  drawElement('rect', {
    class: 'bar',
    x: from + 1,
    y: bottom - height,
    width: to - from - 2,
    height,
    fill: '#c3ced6',
  });

/** A line over the whole plot with sign and name. */
function drawFlag({ label, series }: MarkedPerson, x: number, y: number, bottom: number): string {
  const { className, colour, dash } = seriesLook(series);
  return (
    drawElement('line', {
      class: `mk ${className}`,
      x1: x,
      x2: x,
      y1: y,
      y2: bottom,
      stroke: colour,
      'stroke-width': 2,
      'stroke-dasharray': dash,
    }) +
    drawSign(series, x, y) +
    drawText({ class: 'lab', x: x + 9, y: y + 4, 'font-size': 12, fill: INK }, label)
  );
}

import type { Chart, ChartFrame, Series } from './chart.ts';
import { chartTable } from './chart.ts';
import { concludePairs, type Pair } from './conclude-pairs.ts';
import { drawPicture } from './draw-picture.ts';
import { drawScoreRows } from './draw-score-rows.ts';
import { formatScore } from '../format-score.ts';
import { SCORE_SCALE } from './score-axis.ts';

export interface ComparisonBars extends ChartFrame {
  readonly column: string;
  /** `halfWidth` makes bars that do not touch differ; it is not the 90 % band. */
  readonly people: readonly {
    readonly label: string;
    readonly series: Series;
    readonly score: number;
    readonly halfWidth: number;
  }[];
  /** Every two of the people; they decide where bars touch. */
  readonly pairs: readonly Pair[];
  readonly assumed: boolean;
}

/** Who can be told apart: bars that do not touch differ; for touching ones the pairs in the table decide. */
export function drawComparisonBars({ id, title, column, people, pairs, assumed }: ComparisonBars): Chart {
  const rows = people.map(({ halfWidth, ...person }) => ({
    ...person,
    from: person.score - halfWidth,
    to: person.score + halfWidth,
  }));
  const { shapes, height } = drawScoreRows(rows, SCORE_SCALE, assumed);
  const said = people.map(({ label, score }) => `${label} ${formatScore(score)}`).join(', ');
  const source = assumed ? ' The bars are dashed because the precision is assumed.' : '';
  return {
    svg: drawPicture({ id, title }, height, `${column}, 0 to 100: ${said}.${source}`, shapes),
    legend: [],
    conclusion: `${concludePairs(column, pairs)}${source}`,
    table: chartTable(
      title,
      ['Pair', 'Difference', 'Needed to differ', 'Reading'],
      pairs.map(({ left, right, difference, least, differ }) => [
        `${left} and ${right}`,
        formatScore(difference),
        formatScore(least),
        differ ? 'differ' : 'not distinguishable',
      ]),
    ),
  };
}

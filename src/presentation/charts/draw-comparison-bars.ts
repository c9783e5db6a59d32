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
      pairs.map((pair) => [
        `${pair.left} and ${pair.right}`,
        ...differenceWords(pair, people),
        pair.differ ? 'differ' : 'not distinguishable',
      ]),
    ),
  };
}

const MOST_DECIMALS = 3;

/** Whole numbers, but for decimals where rounding would say the opposite of the reading or of the two scores. */
function differenceWords(
  { left, right, difference, least, differ }: Pair,
  people: ComparisonBars['people'],
): readonly [string, string] {
  const [one = 0, other = 0] = [left, right].map((label) =>
    Math.round(people.find((person) => person.label === label)?.score ?? 0),
  );
  const shown = Math.round(difference);
  if (shown >= Math.round(least) === differ && shown === Math.abs(one - other))
    return [formatScore(difference), formatScore(least)];
  const decimals = [1, 2].find((count) => reads(difference, count) >= reads(least, count) === differ);
  return [difference.toFixed(decimals ?? MOST_DECIMALS), least.toFixed(decimals ?? MOST_DECIMALS)];
}

const reads = (value: number, decimals: number): number => Number(value.toFixed(decimals));

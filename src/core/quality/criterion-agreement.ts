import type { CriterionId } from '../kernel/ids.ts';
import { agreementInterval } from '../psychometrics/agreement-interval.ts';
import type { CrossTable } from '../psychometrics/cross-table.ts';
import { gwetOfPatterns } from '../psychometrics/gwet-agreement.ts';
import { intraclass } from '../psychometrics/intraclass.ts';
import { meanSquaresOfTally } from '../psychometrics/mean-squares.ts';
import { spearmanOfCounts } from '../psychometrics/spearman-of-counts.ts';
import { sum } from '../psychometrics/sum.ts';
import { weightedKappa } from '../psychometrics/weighted-kappa.ts';
import { LEVELS } from '../rubric/rubric.ts';
import type { Coefficient, CriterionAgreement } from './quality-report.ts';
import type { LevelPairTally } from './tally-level-pairs.ts';

const INTERVAL = 0.9;
/** With fewer pairs the interval of AC2 would hold less often than it says (docs/measurement.md). */
const LEAST_FOR_INTERVAL_OF_AC2 = 60;
const NONE: Coefficient = { value: null, interval: null };

interface Cell {
  readonly first: number;
  readonly second: number;
  readonly count: number;
}

/** Two raters on one criterion; null where nobody was rated twice. Pairs differ, so the ICC is one-way. */
export function criterionAgreement(
  criterion: CriterionId,
  tally: Pick<LevelPairTally, 'counts' | 'lengths'>,
): CriterionAgreement | null {
  const counts = tally.counts();
  const cells = cellsOf(counts);
  const n = sum(cells.map(({ count }) => count));
  if (n === 0) return null;
  const within = (levels: number) =>
    sum(cells.map(({ first, second, count }) => (Math.abs(first - second) <= levels ? count : 0))) / n;
  return {
    criterion,
    n,
    exact: within(0),
    adjacent: within(1),
    kappa: withInterval(counts, (table) => weightedKappa(table, 'quadratic').value),
    ac2: ac2Of(counts, n),
    icc: iccOf(cells, n),
    withWords: spearmanOfCounts(tally.lengths()),
  };
}

const cellsOf = (counts: readonly (readonly number[])[]): readonly Cell[] =>
  counts.flatMap((row, first) => row.map((count, second) => ({ first, second, count })));

const patternOf = ({ first, second, count }: Cell) => ({
  counts: LEVELS.map((_, level) => Number(level === first) + Number(level === second)),
  times: count,
});

function withInterval(
  counts: CrossTable['counts'],
  coefficient: (table: CrossTable) => number | null,
): Coefficient {
  const table = { levels: LEVELS, counts };
  return { value: coefficient(table), interval: agreementInterval(table, coefficient, INTERVAL) };
}

function ac2Of(counts: CrossTable['counts'], n: number): Coefficient {
  const ac2 = withInterval(
    counts,
    (table) => gwetOfPatterns(cellsOf(table.counts).map(patternOf), 'quadratic', LEVELS).value,
  );
  return n < LEAST_FOR_INTERVAL_OF_AC2 ? { ...ac2, interval: null } : ac2;
}

function iccOf(cells: readonly Cell[], n: number): Coefficient {
  const squares = meanSquaresOfTally({ variances: () => momentsOf(cells, n) });
  if (squares.reason !== null) return NONE;
  const { value, lower, upper } = intraclass(squares, INTERVAL).icc1;
  return { value, interval: lower === null || upper === null ? null : { lower, upper } };
}

/** Means and variances (n − 1) of both raters and the variance of their sum. */
function momentsOf(cells: readonly Cell[], n: number) {
  const momentOf = (of: (cell: Cell) => number) => {
    const mean = sum(cells.map((cell) => cell.count * of(cell))) / n;
    const squares = sum(cells.map((cell) => cell.count * (of(cell) - mean) ** 2));
    return { mean, variance: n < 2 ? 0 : squares / (n - 1) };
  };
  const [first, second] = [momentOf((cell) => cell.first), momentOf((cell) => cell.second)];
  return {
    n,
    means: [first.mean, second.mean],
    items: [first.variance, second.variance],
    total: momentOf((cell) => cell.first + cell.second).variance,
  };
}

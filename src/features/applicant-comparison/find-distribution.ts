import type { MeasuredColumn } from '../../core/scoring/score-column.ts';
import type { Deps } from '../../deps.ts';
import type { Bin } from '../../presentation/charts/draw-histogram.ts';
import type { Stores } from '../../store/stores.ts';
import type { StandingList } from '../../store/standing-store.ts';

/** How many applicants of an intake have which score on a column. */
export interface Distribution {
  readonly bins: readonly Bin[];
  /** When it was counted, where that is not just now: a large intake is counted once in a while. */
  readonly asOf: Date | null;
}

interface Counted {
  readonly bins: readonly Bin[];
  readonly at: Date;
}

/** Up to here counting takes less time than the page may cost. */
const COUNTED_EACH_TIME = 2000;
const KEPT_MS = 10 * 60_000;
const MOST_KEPT = 200;
const STEP = 5;

/** By the stores they were counted from, so that no installation sees what another one counted. */
const kept = new WeakMap<Stores, Map<string, Promise<Counted>>>();

/** Exact in an intake of up to 2,000; a larger one is counted again after ten minutes. */
export async function findDistribution(
  { stores, clock }: Deps,
  list: StandingList,
  column: MeasuredColumn,
): Promise<Distribution> {
  const known = kept.get(stores) ?? new Map<string, Promise<Counted>>();
  kept.set(stores, known);
  const { organisationId, requisitionId, intakeId, rubricVersionId } = list;
  const key = [organisationId, requisitionId, intakeId, rubricVersionId, column].join(' ');
  const before = await known.get(key);
  const now = clock();
  if (before !== undefined && isLarge(before) && now.getTime() - before.at.getTime() < KEPT_MS) {
    return { bins: before.bins, asOf: before.at };
  }
  const counting = countBins(stores, list, column).then((bins) => ({ bins, at: now }));
  keep(known, key, counting);
  return { bins: (await counting).bins, asOf: null };
}

const isLarge = ({ bins }: Counted): boolean =>
  bins.reduce((sum, { count }) => sum + count, 0) > COUNTED_EACH_TIME;

/** The one kept longest makes room; a count that failed is not kept. */
function keep(known: Map<string, Promise<Counted>>, key: string, counting: Promise<Counted>): void {
  known.delete(key);
  known.set(key, counting);
  const [oldest] = known.keys();
  if (known.size > MOST_KEPT && oldest !== undefined) known.delete(oldest);
  counting.catch(() => known.delete(key));
}

/** With the empty steps between those that have somebody in them. */
async function countBins(
  { standings }: Stores,
  list: StandingList,
  column: MeasuredColumn,
): Promise<readonly Bin[]> {
  const counts = await standings.countScores(list, column, STEP);
  return Array.from({ length: 100 / STEP }, (_, step) => step * STEP).map((from) => ({
    from,
    to: from + STEP,
    count: counts.find((entry) => entry.from === from)?.count ?? 0,
  }));
}

import { IN_THE_RUNNING } from '../../../core/applicant/applicant.ts';
import { areDistinguishable, leastDifference } from '../../../core/psychometrics/are-distinguishable.ts';
import type { Precision } from '../../../core/psychometrics/precision.ts';
import { measureColumn, wholeError } from '../../../core/scoring/measure-column.ts';
import type { MeasuredColumn } from '../../../core/scoring/score-column.ts';
import type { Standing } from '../../../core/scoring/standing.ts';
import type { Stores } from '../../../store/stores.ts';
import type { StandingList } from '../../../store/standing-store.ts';
import { COUNTED_TO } from '../counted-up-to.ts';

/** How many in the running are not distinguishable from whoever is at the last place, that one too. */
export interface Alike {
  /** Counted no further than one more than is said. */
  readonly count: number;
  /** More may be: there were too many to look at each. */
  readonly atLeast: boolean;
  /** The places reach for all of them, so that no rule has to choose. */
  readonly enough: boolean;
}

interface LastPlace {
  readonly list: StandingList;
  readonly column: MeasuredColumn;
  readonly precision: Precision;
  readonly places: number;
  readonly standing: Standing;
}

/** A score needs more than half of what was asked, so nobody's standard error is more than √2 times the whole one. */
const WIDEST = Math.SQRT2;
/** Beyond them nobody has a score, so nobody is searched for there. */
const [LOWEST, HIGHEST] = [0, 100];
/** So many are looked at one by one on each side of the last place. */
const MOST_LOOKED_AT = 300;
/** Rounding decides nothing: whoever is so near the border is looked at. */
const NEAR = 1e-6;

/**
 * The number of a draw without reading everybody. Within the least difference of two whole scores everybody is alike,
 * which an index counts; only those between there and the least difference that a score with missing parts needs are
 * looked at. Null where the column has no band.
 */
export async function countAlike(
  { standings, standingCounts }: Pick<Stores, 'standings' | 'standingCounts'>,
  { list, column, precision, places, standing }: LastPlace,
): Promise<Alike | null> {
  const last = measureColumn(column, standing, precision);
  const whole = wholeError(precision);
  if (last === null || whole === null) return null;
  const near = leastDifference(last.sem, whole) - NEAR;
  const far = leastDifference(last.sem, whole * WIDEST) + NEAR;
  const from = async (score: number, atMost: number) =>
    score > HIGHEST ? 0 : standingCounts.countFromScore(list, IN_THE_RUNNING, { column, score }, atMost);
  // Everybody above the last place has a place themselves.
  const above = await from(last.score + near, places);
  const within = (await from(last.score - near, above + COUNTED_TO + 1)) - above;
  if (within > COUNTED_TO) return { count: within, atLeast: false, enough: false };
  const look = async (edge: { readonly from: number; readonly below: number }) => {
    if (edge.from > HIGHEST || edge.below <= LOWEST) return { alike: 0, more: false };
    const rows = await standings.listBetween(list, IN_THE_RUNNING, column, edge, MOST_LOOKED_AT + 1);
    const alike = rows.filter((row) => {
      const measured = measureColumn(column, row, precision);
      return measured !== null && !areDistinguishable(measured, last);
    });
    return { alike: alike.length, more: rows.length > MOST_LOOKED_AT };
  };
  const [upper, lower] = await Promise.all([
    look({ from: last.score + near, below: last.score + far }),
    look({ from: last.score - far, below: last.score - near }),
  ]);
  const count = within + upper.alike + lower.alike;
  const sure = above - upper.alike;
  return { count, atLeast: upper.more || lower.more, enough: count <= places - sure };
}

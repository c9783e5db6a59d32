import type { StandingStore } from '../../store/standing-store.ts';
import { COUNTED_TO } from './counted-up-to.ts';
import { answeredByIndex, narrowed } from './find-rows.ts';
import { isNarrowed } from './list-filter.ts';
import type { ListSetting } from './list-setting.ts';

/** How many applicants a filter keeps. */
export interface Matching {
  /** Counted no further than one more than is said. */
  readonly count: number;
  /** Where only those who were looked at for the page are known. */
  readonly atLeast: boolean;
}

/** Exact where the page holds all of them, or an index counts them without looking at each. */
export async function countMatching(
  standings: StandingStore,
  { list, column, filter }: ListSetting,
  { found, all }: { readonly found: number; readonly all: boolean },
): Promise<Matching | null> {
  if (!isNarrowed(filter)) return null;
  if (all) return { count: found, atLeast: false };
  if (!answeredByIndex(filter, column)) return { count: found, atLeast: true };
  const count = await standings.countNarrowed(list, narrowed(filter, column), column, COUNTED_TO + 1);
  return { count, atLeast: false };
}

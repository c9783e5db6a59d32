import type { ApplicantId } from '../../core/kernel/ids.ts';
import type { ColumnPrecision } from '../../core/scoring/column-precision.ts';
import type { MeasuredColumn } from '../../core/scoring/measure-column.ts';
import { scoreOf } from '../../core/scoring/shown-columns.ts';
import type { Standing } from '../../core/scoring/standing.ts';
import type { StandingList, StandingNarrow, StandingStore } from '../../store/standing-store.ts';
import { isNarrowed, passes, type ListFilter } from './list-filter.ts';
import type { ListPlace } from './requests.ts';

/** A page looks at no more rows than this, so that a filter that hardly anybody passes cannot stop the product. */
export const MOST_EXAMINED = 5000;
const AT_ONCE = 500;
/** A common condition fills a page from these; only a rare one needs larger portions. */
const FIRST = 100;

interface Walk {
  readonly list: StandingList;
  readonly column: MeasuredColumn | null;
  readonly filter: ListFilter;
  readonly precision: ColumnPrecision;
  readonly after: ListPlace | null;
  /** Whom the reader has a note on; looked at only where the filter asks for them. */
  readonly noted: readonly ApplicantId[];
}

export interface FoundRows {
  readonly rows: readonly Standing[];
  /** Where looking ended before the end of the list and before the page was full. */
  readonly stoppedAt: ListPlace | null;
}

/** Up to `wanted` applicants who pass the filter, in the order of the list. */
export async function findRows(standings: StandingStore, walk: Walk, wanted: number): Promise<FoundRows> {
  const { filter, precision, column } = walk;
  const noted = new Set(walk.noted);
  if (filter.note !== null) return { rows: await readNoted(standings, walk, wanted), stoppedAt: null };
  const rows: Standing[] = [];
  let place = walk.after;
  let atOnce = answeredByIndex(filter) ? wanted : FIRST;
  for (let examined = 0; examined < MOST_EXAMINED;) {
    const read = await readPortion(standings, { ...walk, after: place }, atOnce);
    rows.push(...read.filter((standing) => passes(filter, standing, precision, noted)));
    const last = read.at(-1);
    if (rows.length >= wanted) return { rows: rows.slice(0, wanted), stoppedAt: null };
    if (last === undefined || read.length < atOnce) return { rows, stoppedAt: null };
    place = placeOf(last, column);
    examined += atOnce;
    atOnce = Math.min(AT_ONCE, MOST_EXAMINED - examined);
  }
  return { rows, stoppedAt: place };
}

/** Notes are few, so those they are on are read by id and put into the order of the list here. */
async function readNoted(
  standings: StandingStore,
  { list, column, filter, precision, after, noted }: Walk,
  wanted: number,
): Promise<readonly Standing[]> {
  const { organisationId, requisitionId, rubricVersionId, intakeId } = list;
  const found = await standings.findMany(organisationId, requisitionId, noted, rubricVersionId);
  const known = new Set(noted);
  return found
    .filter((standing) => standing.intakeId === intakeId && passes(filter, standing, precision, known))
    .filter((standing) => column === null || scoreOf(column, standing) !== null)
    .map((standing) => ({ standing, place: placeOf(standing, column) }))
    .filter(({ place }) => after === null || inOrder(column, after, place) < 0)
    .toSorted((left, right) => inOrder(column, left.place, right.place))
    .slice(0, wanted)
    .map(({ standing }) => standing);
}

/** As the store sorts: ranks upwards, scores downwards, ids among equals. */
function inOrder(column: MeasuredColumn | null, left: ListPlace, right: ListPlace): number {
  const by = column === null ? left.value - right.value : right.value - left.value;
  if (by !== 0) return by;
  if (left.applicantId === right.applicantId) return 0;
  return left.applicantId < right.applicantId ? -1 : 1;
}

export const placeOf = (standing: Standing, column: MeasuredColumn | null): ListPlace => ({
  value: column === null ? standing.shuffleRank : (scoreOf(column, standing) ?? 0),
  applicantId: standing.applicantId,
});

function readPortion(
  standings: StandingStore,
  { list, column, filter, after }: Walk,
  limit: number,
): Promise<Standing[]> {
  const narrow = narrowed(filter);
  if (column === null) {
    const place = after === null ? null : { shuffleRank: after.value, applicantId: after.applicantId };
    return standings.list(list, limit, place, narrow);
  }
  const place = after === null ? null : { score: after.value, applicantId: after.applicantId };
  return standings.listByScore(list, column, limit, place, narrow);
}

/** One equality that an index has in every order; the rest is looked at row by row. */
export function narrowed({ label, stage, evidence }: ListFilter): StandingNarrow {
  if (label !== null) return { label };
  if (evidence !== null) return { 'evidence.kind': evidence };
  return stage === null ? {} : { stage };
}

/** Whether every row that is read passes, because the one condition is that of the index. */
export function answeredByIndex({ label, stage, evidence, ...others }: ListFilter): boolean {
  const held = [label, stage, evidence].filter((value) => value !== null).length;
  return held <= 1 && !isNarrowed({ ...others, label: null, stage: null, evidence: null });
}

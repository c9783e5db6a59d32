import { isInTheRunning } from '../../core/applicant/applicant.ts';
import type { ApplicantId } from '../../core/kernel/ids.ts';
import type { ScorePrecision } from '../../core/scoring/column-precision.ts';
import { scoreOf } from '../../core/scoring/measure-column.ts';
import { isSlot, type ScoreColumn } from '../../core/scoring/score-column.ts';
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
  readonly column: ScoreColumn | null;
  readonly filter: ListFilter;
  readonly precision: ScorePrecision;
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
  let atOnce = answeredByIndex(filter, column) ? wanted : FIRST;
  for (let examined = 0; examined < MOST_EXAMINED;) {
    const read = await readPortion(standings, { ...walk, after: place }, atOnce);
    rows.push(...read.filter((standing) => passes(filter, standing, precision, noted)));
    const last = read.at(-1);
    if (rows.length >= wanted) return { rows: rows.slice(0, wanted), stoppedAt: null };
    if (last === undefined || read.length < atOnce) return { rows, stoppedAt: null };
    place = placeOf(last, column);
    examined += atOnce;
    const filling = portionToFill(wanted - rows.length, rows.length / examined);
    atOnce = Math.min(filling, MOST_EXAMINED - examined);
  }
  return { rows, stoppedAt: place };
}

/** With a half on top, so that one portion mostly fills the page where the condition goes on being as common. */
const portionToFill = (missing: number, share: number): number =>
  share === 0 ? AT_ONCE : Math.min(AT_ONCE, Math.max(FIRST, Math.ceil((1.5 * missing) / share)));

/** The first in the running in the order of a column that no index divides by stage; null where there is none near. */
export async function findHighest(
  standings: StandingStore,
  list: StandingList,
  column: ScoreColumn,
): Promise<Standing | null> {
  let after: { readonly score: number; readonly applicantId: ApplicantId } | null = null;
  for (let examined = 0; examined < MOST_EXAMINED; examined += FIRST) {
    const read: Standing[] = await standings.listByScore(list, column, FIRST, after);
    const found = read.find(isInTheRunning);
    const last = read.at(-1);
    if (found !== undefined || last === undefined || read.length < FIRST) return found ?? null;
    after = { score: scoreOf(column, last) ?? 0, applicantId: last.applicantId };
  }
  return null;
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
function inOrder(column: ScoreColumn | null, left: ListPlace, right: ListPlace): number {
  const by = column === null ? left.value - right.value : right.value - left.value;
  if (by !== 0) return by;
  if (left.applicantId === right.applicantId) return 0;
  return left.applicantId < right.applicantId ? -1 : 1;
}

export const placeOf = (standing: Standing, column: ScoreColumn | null): ListPlace => ({
  value: column === null ? standing.shuffleRank : (scoreOf(column, standing) ?? 0),
  applicantId: standing.applicantId,
});

function readPortion(
  standings: StandingStore,
  { list, column, filter, after }: Walk,
  limit: number,
): Promise<Standing[]> {
  const narrow = narrowed(filter, column);
  if (column === null) {
    const place = after === null ? null : { shuffleRank: after.value, applicantId: after.applicantId };
    return standings.list(list, limit, place, narrow);
  }
  const place = after === null ? null : { score: after.value, applicantId: after.applicantId };
  return standings.listByScore(list, column, limit, place, narrow);
}

/** One equality that an index has in this order; the rest is looked at row by row, in the order of a criterion all of it. */
export function narrowed({ label, stage, evidence }: ListFilter, column: ScoreColumn | null): StandingNarrow {
  if (label !== null) return { label };
  if (column !== null && isSlot(column)) return {};
  if (evidence !== null) return { 'evidence.kind': evidence };
  return stage === null ? {} : { stage };
}

/** Whether every row that is read passes, because the one condition is that of the index. */
export function answeredByIndex(
  { label, stage, evidence, ...others }: ListFilter,
  column: ScoreColumn | null,
): boolean {
  const held = [label, stage, evidence].filter((value) => value !== null).length;
  if (held > 0 && label === null && column !== null && isSlot(column)) return false;
  return held <= 1 && !isNarrowed({ ...others, label: null, stage: null, evidence: null });
}

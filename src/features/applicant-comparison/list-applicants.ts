import { IN_THE_RUNNING, isInTheRunning } from '../../core/applicant/applicant.ts';
import type { ApplicantId } from '../../core/kernel/ids.ts';
import type { Intake, Requisition } from '../../core/requisition/requisition.ts';
import { type MeasuredColumn, isSlot, type ScoreColumn } from '../../core/scoring/score-column.ts';
import type { Standing } from '../../core/scoring/standing.ts';
import type { Deps } from '../../deps.ts';
import type { BulkSummary } from '../../store/bulk-action-store.ts';
import type { SavedView } from '../../store/saved-view-store.ts';
import type { StandingList } from '../../store/standing-store.ts';
import type { OtherIntake } from './other-intakes.ts';
import type { ApplicantsRequest, ListPlace } from './requests.ts';
import type { Actor } from '../../core/person/person.ts';
import { findRecent } from './bulk/recent-actions.ts';
import { COUNTED_TO } from './counted-up-to.ts';
import { findPlaces, type PlacesState } from './draw/find-places.ts';
import { findHighest, findRows, placeOf } from './find-rows.ts';
import { listSetting, type ListSetting } from './list-setting.ts';
import { isNarrowed } from './list-filter.ts';
import { countMatching, type Matching } from './count-matching.ts';
import { recordCuts } from './record-cuts.ts';

const PAGE = 50;
/** Ticks carried from other pages; more than a comparison holds, so that too many can be said and taken back. */
const MOST_CARRIED = 20;

/** The order by a column, with what its two lines are drawn against. */
export interface ScoreOrder {
  readonly column: ScoreColumn;
  readonly highest: Standing | null;
  /** Of those in the running, as in a draw; at the last of the intake's places, null where fewer have a score. */
  readonly lastPlace: Standing | null;
  /** The first one of the next page, so that a line between two pages is drawn. */
  readonly following: Standing | null;
  readonly withoutScore: number;
  /** Null in another order than that of the deciding column. */
  readonly places: PlacesState | null;
}

export interface ApplicantList extends Omit<ListSetting, 'list' | 'column'> {
  readonly others: readonly OtherIntake[];
  /** Null in the order of the shuffle. */
  readonly order: ScoreOrder | null;
  readonly rows: readonly Standing[];
  /** Null where the list is not narrowed. */
  readonly matching: Matching | null;
  readonly recent: readonly BulkSummary[];
  /** As typed, also where it narrows nothing. */
  readonly typed: { readonly score: string; readonly finishedFrom: string; readonly finishedTo: string };
  /** Lists that the reader or somebody for everybody has saved. */
  readonly views: readonly SavedView[];
  /** Whether looking ended with nothing but the limit; `next` looks on from there. */
  readonly stopped: boolean;
  readonly firstPage: boolean;
  /** Where the next page begins, as the address says it; null on the last one. */
  readonly next: string | null;
  readonly chosen: readonly ApplicantId[];
  /** Chosen on another page of the list. */
  readonly chosenElsewhere: readonly Standing[];
}

/** One page of the applicants of the current intake, in the order of its shuffle or of a column that has a band. */
export async function listApplicants(
  deps: Deps,
  actor: Actor,
  requisition: Requisition,
  asked: ApplicantsRequest,
): Promise<ApplicantList> {
  const { stores } = deps;
  const setting = await listSetting(deps, actor, requisition, asked);
  const { intake, list, column, filter } = setting;
  const [{ rows: found, stoppedAt }, views, recent] = await Promise.all([
    findRows(stores.standings, { ...setting, after: asked.after }, PAGE + 1),
    stores.savedViews.list(requisition.organisationId, requisition.id, actor.personId),
    findRecent(deps, requisition),
    recordCuts(deps, actor, requisition, filter, setting.rubric),
  ]);
  const rows = found.slice(0, PAGE);
  const last = found.length > PAGE ? rows.at(-1) : undefined;
  // The first page of everybody begins with the highest, and often reaches to the last place.
  const begin = asked.after === null && !isNarrowed(filter) ? found : [];
  const chosen = asked.applicant.slice(0, MOST_CARRIED);
  return {
    ...setting,
    ...{ rows, chosen, views, recent },
    matching: await countMatching(stores.standings, setting, {
      found: found.length,
      all: asked.after === null && last === undefined && stoppedAt === null,
    }),
    typed: {
      score: asked['could-be'],
      finishedFrom: asked['finished-from'],
      finishedTo: asked['finished-to'],
    },
    stopped: stoppedAt !== null,
    order:
      column === null
        ? null
        : await findOrder(deps, setting, column, { begin, following: found[PAGE] ?? null }),
    others: await findOthers(deps, requisition, intake),
    firstPage: asked.after === null,
    next: last === undefined ? addressOfPlace(stoppedAt) : addressOfPlace(placeOf(last, column)),
    chosenElsewhere: await findChosen(deps, list, chosen, rows),
  };
}

function findOthers(
  { stores }: Deps,
  { organisationId, intakes }: Requisition,
  shown: Intake,
): Promise<OtherIntake[]> {
  const others = intakes.filter(({ id }) => id !== shown.id);
  return Promise.all(
    others.map(async (intake) => {
      const { number } = await stores.rubrics.getVersion(organisationId, intake.rubricVersionId);
      return { intake, number };
    }),
  );
}

const addressOfPlace = (place: ListPlace | null): string | null =>
  place === null ? null : `${place.value}~${place.applicantId}`;

async function findOrder(
  deps: Deps,
  setting: ListSetting,
  column: ScoreColumn,
  { begin, following }: { readonly begin: readonly Standing[]; readonly following: Standing | null },
): Promise<ScoreOrder> {
  const { stores } = deps;
  const { list, intake } = setting;
  // Places are decided on another column, so the order by a criterion has no last place.
  const [[highest = null, lastPlace = null], withoutScore] = await Promise.all([
    isSlot(column)
      ? [begin.find(isInTheRunning) ?? (await findHighest(stores.standings, list, column))]
      : findAtPlaces(deps, list, column, [1, intake.places], begin),
    stores.standings.countWithoutScore(list, column, COUNTED_TO + 1),
  ]);
  const places = await findPlaces(deps, setting, lastPlace);
  return { column, highest, lastPlace, following, withoutScore, places };
}

/** Who is at each of these places among those in the running; the rows that the order begins with need no search. */
async function findAtPlaces(
  { stores: { standings, standingCounts } }: Deps,
  list: StandingList,
  column: MeasuredColumn,
  places: readonly number[],
  begin: readonly Standing[],
): Promise<readonly (Standing | null)[]> {
  const { organisationId, requisitionId, rubricVersionId } = list;
  const running = begin.filter(isInTheRunning);
  const further = places.filter((place) => place > running.length);
  if (further.length === 0) return places.map((place) => running[place - 1] ?? null);
  const ids = await standingCounts.findPlaces(list, IN_THE_RUNNING, column, further);
  const there = ids.filter((id) => id !== null);
  const rows = await standings.findMany(organisationId, requisitionId, there, rubricVersionId);
  return places.map((place) => {
    const id = ids[further.indexOf(place)];
    return running[place - 1] ?? rows.find(({ applicantId }) => applicantId === id) ?? null;
  });
}

async function findChosen(
  { stores }: Deps,
  { organisationId, requisitionId, rubricVersionId }: StandingList,
  chosen: readonly ApplicantId[],
  rows: readonly Standing[],
): Promise<readonly Standing[]> {
  const here = new Set(rows.map(({ applicantId }) => applicantId));
  const elsewhere = chosen.filter((id) => !here.has(id));
  return elsewhere.length === 0
    ? []
    : stores.standings.findMany(organisationId, requisitionId, elsewhere, rubricVersionId);
}

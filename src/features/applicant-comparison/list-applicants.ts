import type { Form } from '../../core/form/form.ts';
import type { ApplicantId } from '../../core/kernel/ids.ts';
import { currentIntake, type Intake, type Requisition } from '../../core/requisition/requisition.ts';
import type { RubricVersion } from '../../core/rubric/rubric.ts';
import type { MeasuredColumn } from '../../core/scoring/measure-column.ts';
import type { Standing } from '../../core/scoring/standing.ts';
import type { Deps } from '../../deps.ts';
import type { StandingList } from '../../store/standing-store.ts';
import type { ColumnPrecision } from '../../core/scoring/column-precision.ts';
import { findPrecision } from './find-precision.ts';
import type { OtherIntake } from './other-intakes.ts';
import type { ApplicantsRequest, ListPlace } from './requests.ts';
import type { Actor } from '../../core/person/person.ts';
import { findRows, placeOf } from './find-rows.ts';
import type { ListFilter } from './list-filter.ts';
import { readFilter } from './read-filter.ts';
import { recordCuts } from './record-cuts.ts';
import { sortableColumns } from '../../core/scoring/shown-columns.ts';

const PAGE = 50;
/** Counts end here; one more means “1,000+”. */
export const COUNTED_TO = 1000;
/** Ticks carried from other pages; more than a comparison holds, so that too many can be said and taken back. */
const MOST_CARRIED = 20;

/** The order by a column, with what its two lines are drawn against. */
export interface ScoreOrder {
  readonly column: MeasuredColumn;
  readonly highest: Standing;
  /** At the last of the intake's places; null where fewer have a score. */
  readonly lastPlace: Standing | null;
  /** The first one of the next page, so that a line between two pages is drawn. */
  readonly following: Standing | null;
  readonly withoutScore: number;
}

export interface ApplicantList {
  readonly requisition: Requisition;
  readonly intake: Intake;
  readonly others: readonly OtherIntake[];
  readonly form: Form;
  readonly rubric: RubricVersion;
  readonly precision: ColumnPrecision;
  /** Columns that the list may be sorted by. */
  readonly sortable: readonly MeasuredColumn[];
  /** Null in the order of the shuffle. */
  readonly order: ScoreOrder | null;
  readonly rows: readonly Standing[];
  readonly total: number;
  readonly filter: ListFilter;
  /** As typed, also where it narrows nothing. */
  readonly typed: { readonly score: string; readonly finishedFrom: string; readonly finishedTo: string };
  /** Applicants of the role with a note of the reader's own. */
  readonly noted: readonly ApplicantId[];
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
  const { organisationId, id: requisitionId } = requisition;
  const intake = requisition.intakes.find(({ id }) => id === asked.intake) ?? currentIntake(requisition);
  const list = {
    organisationId,
    requisitionId,
    intakeId: intake.id,
    rubricVersionId: intake.rubricVersionId,
  };
  const [form, rubric, total, anybody, noted] = await Promise.all([
    stores.formVersions.get(organisationId, intake.formVersionId),
    stores.rubrics.getVersion(organisationId, intake.rubricVersionId),
    stores.standings.countUpTo(list, COUNTED_TO + 1),
    stores.standings.list(list, 1, null),
    stores.notes.listNoted(organisationId, requisitionId, actor.personId),
  ]);
  const precision = await findPrecision(deps, { requisition, intake, form, rubric });
  const sortable = sortableColumns(intake, requisition, precision, anybody[0]);
  const column = sortable.find((one) => one === asked.sort) ?? null;
  const filter = readFilter(asked, sortable, rubric);
  const walk = { list, column, filter, precision, noted, after: asked.after };
  const { rows: found, stoppedAt } = await findRows(stores.standings, walk, PAGE + 1);
  const rows = found.slice(0, PAGE);
  const last = found.length > PAGE ? rows.at(-1) : undefined;
  await recordCuts(deps, actor, requisition, filter);
  const chosen = asked.applicant.slice(0, MOST_CARRIED);
  return {
    ...{ requisition, intake, form, rubric, precision, sortable, rows, total, chosen, filter, noted },
    typed: {
      score: asked['could-be'],
      finishedFrom: asked['finished-from'],
      finishedTo: asked['finished-to'],
    },
    stopped: stoppedAt !== null,
    order: column === null ? null : await findOrder(deps, list, intake, column, found[PAGE] ?? null),
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
  { stores }: Deps,
  list: StandingList,
  { places }: Intake,
  column: MeasuredColumn,
  following: Standing | null,
): Promise<ScoreOrder | null> {
  const [highest, lastPlace, withoutScore] = await Promise.all([
    stores.standings.findPlace(list, column, 1),
    stores.standings.findPlace(list, column, places),
    stores.standings.countWithoutScore(list, column, COUNTED_TO + 1),
  ]);
  if (highest === null) return null;
  return { column, highest, lastPlace, following, withoutScore };
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

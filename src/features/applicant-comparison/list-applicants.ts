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
import type { ApplicantsRequest } from './requests.ts';
import { scoreOf, sortableColumns } from '../../core/scoring/shown-columns.ts';

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
  const [form, rubric, total, anybody] = await Promise.all([
    stores.formVersions.get(organisationId, intake.formVersionId),
    stores.rubrics.getVersion(organisationId, intake.rubricVersionId),
    stores.standings.countUpTo(list, COUNTED_TO + 1),
    stores.standings.list(list, 1, null),
  ]);
  const precision = await findPrecision(deps, { requisition, intake, form, rubric });
  const sortable = sortableColumns(intake, requisition, precision, anybody[0]);
  const column = sortable.find((one) => one === asked.sort) ?? null;
  const found = await findRows(deps, list, column, asked);
  const rows = found.slice(0, PAGE);
  const last = found.length > PAGE ? rows.at(-1) : undefined;
  const chosen = asked.applicant.slice(0, MOST_CARRIED);
  return {
    ...{ requisition, intake, form, rubric, precision, sortable, rows, total, chosen },
    order: column === null ? null : await findOrder(deps, list, intake, column, found[PAGE] ?? null),
    others: await findOthers(deps, requisition, intake),
    firstPage: asked.after === null,
    next: last === undefined ? null : placeOf(last, column),
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

const placeOf = (standing: Standing, column: MeasuredColumn | null): string =>
  `${column === null ? standing.shuffleRank : (scoreOf(column, standing) ?? 0)}~${standing.applicantId}`;

/** One row more than a page holds, to know whether there is a next one. */
function findRows(
  { stores }: Deps,
  list: StandingList,
  column: MeasuredColumn | null,
  { after }: ApplicantsRequest,
): Promise<Standing[]> {
  if (column === null) {
    const place = after === null ? null : { shuffleRank: after.value, applicantId: after.applicantId };
    return stores.standings.list(list, PAGE + 1, place);
  }
  const place = after === null ? null : { score: after.value, applicantId: after.applicantId };
  return stores.standings.listByScore(list, column, PAGE + 1, place);
}

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

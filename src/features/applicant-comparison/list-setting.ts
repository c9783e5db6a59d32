import type { Form } from '../../core/form/form.ts';
import type { ApplicantId } from '../../core/kernel/ids.ts';
import type { Actor } from '../../core/person/person.ts';
import { currentIntake, type Intake, type Requisition } from '../../core/requisition/requisition.ts';
import type { RubricVersion } from '../../core/rubric/rubric.ts';
import type { ScorePrecision } from '../../core/scoring/column-precision.ts';
import { discloseJudgment } from '../../core/scoring/disclose-judgment.ts';
import type { ScoreColumn } from '../../core/scoring/score-column.ts';
import { sortableColumns } from '../../core/scoring/shown-columns.ts';
import type { JudgmentColumn } from '../../core/scoring/standing.ts';
import type { Deps } from '../../deps.ts';
import type { StandingList } from '../../store/standing-store.ts';
import { COUNTED_TO } from './counted-up-to.ts';
import { findPrecision } from './find-precision.ts';
import type { ListFilter } from './list-filter.ts';
import { columnOf } from './list-column.ts';
import { readFilter } from './read-filter.ts';
import type { ApplicantsRequest } from './requests.ts';

/** What a list rests on before anybody of it is read. */
export interface ListSetting {
  readonly requisition: Requisition;
  readonly intake: Intake;
  readonly list: StandingList;
  readonly form: Form;
  readonly rubric: RubricVersion;
  readonly precision: ScorePrecision;
  /** How many applicants the list has before it is narrowed, counted no further than one more than is said. */
  readonly total: number;
  /** Columns that the list may be sorted by. */
  readonly sortable: readonly ScoreColumn[];
  /** Null in the order of the shuffle. */
  readonly column: ScoreColumn | null;
  readonly filter: ListFilter;
  /** Applicants of the role with a note of the reader's own. */
  readonly noted: readonly ApplicantId[];
}

export async function listSetting(
  deps: Deps,
  actor: Actor,
  requisition: Requisition,
  asked: ApplicantsRequest,
): Promise<ListSetting> {
  const { stores } = deps;
  const { organisationId, id: requisitionId } = requisition;
  const intake = requisition.intakes.find(({ id }) => id === asked.intake) ?? currentIntake(requisition);
  const { id: intakeId, rubricVersionId } = intake;
  const list = { organisationId, requisitionId, intakeId, rubricVersionId };
  const [form, rubric, total, keyStatus, noted] = await Promise.all([
    stores.formVersions.get(organisationId, intake.formVersionId),
    stores.rubrics.getVersion(organisationId, rubricVersionId),
    stores.standings.countUpTo(list, COUNTED_TO + 1),
    findKeyStatus(deps, requisition, list),
    stores.notes.listNoted(organisationId, requisitionId, actor.personId),
  ]);
  const precision = await findPrecision(deps, { requisition, intake, form, rubric });
  const anybody = total === 0 ? undefined : { judgment: { keyStatus } };
  const sortable = sortableColumns(intake, requisition, precision, anybody);
  const wanted = asked.sort === undefined ? null : columnOf(asked.sort, rubric);
  const column = sortable.find((one) => one === wanted) ?? null;
  const filter = readFilter(asked, sortable, rubric);
  return { requisition, intake, list, form, rubric, precision, total, sortable, column, filter, noted };
}

/** Asked of the applicants only where it decides whether Judgment may be read. */
async function findKeyStatus(
  { stores }: Deps,
  requisition: Requisition,
  list: StandingList,
): Promise<JudgmentColumn['keyStatus']> {
  if (discloseJudgment({ keyStatus: 'author' }, requisition) !== 'kept-back') return 'author';
  return (await stores.standings.findKeyStatus(list)) ?? 'author';
}

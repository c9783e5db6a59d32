import type { ApplicantId } from '../../core/kernel/ids.ts';
import { currentIntake, type Intake, type Requisition } from '../../core/requisition/requisition.ts';
import type { Form } from '../../core/form/form.ts';
import type { RubricVersion } from '../../core/rubric/rubric.ts';
import type { Standing } from '../../core/scoring/standing.ts';
import type { Deps } from '../../deps.ts';
import type { StandingPlace } from '../../store/standing-store.ts';
import { findPrecision, type ColumnPrecision } from './find-precision.ts';

const PAGE = 50;
/** Ticks carried from other pages; more than a comparison holds, so that too many can be said and taken back. */
const MOST_CARRIED = 20;

export interface ApplicantList {
  readonly requisition: Requisition;
  readonly intake: Intake;
  readonly form: Form;
  readonly rubric: RubricVersion;
  readonly precision: ColumnPrecision;
  readonly rows: readonly Standing[];
  readonly total: number;
  readonly firstPage: boolean;
  /** Where the next page begins; null on the last one. */
  readonly next: StandingPlace | null;
  readonly chosen: readonly ApplicantId[];
  /** Chosen on another page of the list. */
  readonly chosenElsewhere: readonly Standing[];
}

/** One page of the applicants of the current intake, in the order of its shuffle. */
export async function listApplicants(
  deps: Deps,
  requisition: Requisition,
  asked: { readonly applicant: readonly ApplicantId[]; readonly after: StandingPlace | null },
): Promise<ApplicantList> {
  const { stores } = deps;
  const { organisationId, id: requisitionId } = requisition;
  const intake = currentIntake(requisition);
  const list = {
    organisationId,
    requisitionId,
    intakeId: intake.id,
    rubricVersionId: intake.rubricVersionId,
  };
  const [form, rubric, found, total] = await Promise.all([
    stores.formVersions.get(organisationId, intake.formVersionId),
    stores.rubrics.getVersion(organisationId, intake.rubricVersionId),
    stores.standings.list(list, PAGE + 1, asked.after),
    stores.standings.count(list),
  ]);
  const rows = found.slice(0, PAGE);
  const here = new Set(rows.map(({ applicantId }) => applicantId));
  const chosen = asked.applicant.slice(0, MOST_CARRIED);
  const elsewhere = await Promise.all(
    chosen
      .filter((id) => !here.has(id))
      .map((id) => stores.standings.find(organisationId, requisitionId, id, intake.rubricVersionId)),
  );
  return {
    requisition,
    intake,
    form,
    rubric,
    precision: findPrecision(deps, requisition, form),
    rows,
    total,
    firstPage: asked.after === null,
    next: found.length > PAGE ? (rows.at(-1) ?? null) : null,
    chosen,
    chosenElsewhere: elsewhere.filter((standing) => standing !== null),
  };
}

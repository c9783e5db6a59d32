import { mayInOrganisation } from '../../core/access/organisation-access.ts';
import type { Form } from '../../core/form/form.ts';
import type { ReferenceConstants } from '../../core/norms/reference-constants.ts';
import { referenceScope } from '../../core/norms/reference-scope.ts';
import type { Actor } from '../../core/person/person.ts';
import { currentIntake, type Intake, type Requisition } from '../../core/requisition/requisition.ts';
import { formUnderRubric } from '../../core/rubric/form-under-rubric.ts';
import type { RubricVersion } from '../../core/rubric/rubric.ts';
import { judgmentPool, writtenPool } from '../../core/scoring/analysis-pool.ts';
import type { ScorePrecision } from '../../core/scoring/column-precision.ts';
import { scorePrecision } from '../../core/scoring/score-precision.ts';
import type { Deps } from '../../deps.ts';
import { sha256 } from '../../ops/secrets.ts';

/** What everything in one file was measured with. */
export interface ExportSetting {
  readonly requisition: Requisition;
  readonly intake: Intake;
  readonly form: Form;
  readonly rubric: RubricVersion;
  readonly precision: ScorePrecision;
  /** What Overall stands on; null where nobody has frozen any. */
  readonly constants: ReferenceConstants | null;
  /** Whether who asks may know what a key says: owners do, who run the panels that make keys. */
  readonly seesKey: boolean;
}

/** An intake, the running one where none is asked for, with its versions and what is known of its precision. */
export async function loadSetting(
  deps: Deps,
  actor: Actor,
  requisition: Requisition,
  intakeId: string | undefined,
): Promise<ExportSetting> {
  const { stores, planning } = deps;
  const { organisationId, assessmentId } = requisition;
  const intake = intakeOf(requisition, intakeId);
  const [form, rubric, judgment] = await Promise.all([
    stores.formVersions.get(organisationId, intake.formVersionId),
    stores.rubrics.getVersion(organisationId, intake.rubricVersionId),
    stores.analyses.find(organisationId, judgmentPool(requisition, intake, sha256).id),
  ]);
  const [written, constants] = await Promise.all([
    stores.analyses.find(organisationId, writtenPool(requisition, form, rubric, sha256).id),
    stores.referenceConstants.findNewest(
      organisationId,
      referenceScope(requisition, intake, rubric, sha256).id,
    ),
  ]);
  const precision = scorePrecision({
    planning: planning.get(assessmentId),
    analyses: { judgment, written },
    form,
    rubric,
  });
  return {
    ...{ requisition, intake, rubric, precision, constants },
    form: formUnderRubric(form, rubric.criteria),
    seesKey: mayInOrganisation(actor, 'run-expert-panel') === 'allowed',
  };
}

export const intakeOf = (requisition: Requisition, intakeId: string | undefined): Intake =>
  requisition.intakes.find(({ id }) => id === intakeId) ?? currentIntake(requisition);

import type { Form } from '../../core/form/form.ts';
import type { Person } from '../../core/person/person.ts';
import { currentIntake, type Intake, type Requisition } from '../../core/requisition/requisition.ts';
import type { Rubric } from '../../core/rubric/rubric-draft.ts';
import type { RubricVersion } from '../../core/rubric/rubric.ts';
import type { Deps } from '../../deps.ts';

/** The rubric of a role with what its pages show beside it. */
export interface RubricAtWork {
  readonly requisition: Requisition;
  readonly intake: Intake;
  readonly rubric: Rubric;
  /** The version that counts in the running intake. */
  readonly current: RubricVersion;
  readonly form: Form;
  /** All versions, the newest first. */
  readonly versions: readonly RubricVersion[];
  readonly people: readonly Person[];
}

export async function loadRubric(
  { stores }: Pick<Deps, 'stores'>,
  requisition: Requisition,
): Promise<RubricAtWork> {
  const { organisationId, id } = requisition;
  const intake = currentIntake(requisition);
  const [rubric, current, form, versions, people] = await Promise.all([
    stores.rubricDrafts.get(requisition),
    stores.rubrics.getVersion(organisationId, intake.rubricVersionId),
    stores.formVersions.get(organisationId, intake.formVersionId),
    stores.rubrics.listOfRequisition(organisationId, id),
    stores.people.list(organisationId),
  ]);
  return { requisition, intake, rubric, current, form, versions, people };
}

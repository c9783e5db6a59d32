import { keyedForms } from '../../src/content/keyed-forms.ts';
import { readSimulationTexts } from '../../src/content/simulation-texts.ts';
import type { OrganisationId, PersonId, RubricId, RubricVersionId } from '../../src/core/kernel/ids.ts';
import { rubricHashes } from '../../src/core/rubric/rubric-hashes.ts';
import { newId, sha256 } from '../../src/ops/secrets.ts';
import { shelf } from '../support/shelf.ts';
import type { Course } from '../../src/simulation/simulate-applicant.ts';
import type { SimulationSetting } from '../../src/simulation/simulation-setting.ts';
import { aRequisition } from '../support/builders.ts';

const ROOT = 'assessments';

/** A role on an assessment of the shelf with four raters; what a test is about is written in the test. */
export function aSetting(seed: string, assessmentId = 'customer-conversations'): SimulationSetting {
  const texts = readSimulationTexts(ROOT, assessmentId);
  if (texts.kind === 'refused') throw new Error('the shelf could not be read');
  const keyed = keyedForms(shelf).find(({ form }) => String(form.assessmentId) === assessmentId);
  if (keyed === undefined) throw new Error(`${assessmentId} is not on the shelf`);
  const organisationId = newId<OrganisationId>();
  const requisition = aRequisition(organisationId, { simulated: true });
  return {
    seed,
    requisition,
    form: keyed.form,
    key: keyed.key,
    rubricVersion: {
      ...keyed.rubric,
      ...rubricHashes(keyed.rubric, sha256),
      id: newId<RubricVersionId>(),
      organisationId,
      requisitionId: requisition.id,
      rubricId: newId<RubricId>(),
      number: 1,
      reason: 'Adopted with the assessment',
      publishedBy: newId<PersonId>(),
      publishedAt: requisition.createdAt,
    },
    texts: texts.texts,
    raterIds: [1, 2, 3, 4].map(() => newId<PersonId>()),
    leadId: newId<PersonId>(),
    now: new Date('2026-03-02T09:00:00Z'),
  };
}

/** Somebody who was invited ten days ago, did everything and is rated. */
export function aCourse(number: number, over: Partial<Course> = {}): Course {
  return {
    number,
    label: `L${number}`,
    invitedDaysAgo: 10,
    linkDays: 14,
    stage: 'open',
    partsDone: 2,
    rated: 'to-the-end',
    left: null,
    evidence: true,
    ...over,
  };
}

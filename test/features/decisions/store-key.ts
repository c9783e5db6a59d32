import { join } from 'node:path';
import { projectRoot } from '../../../src/compose.ts';
import { keyedForms } from '../../../src/content/keyed-forms.ts';
import { loadAssessments } from '../../../src/content/load-assessments.ts';
import { currentIntake } from '../../../src/core/requisition/requisition.ts';
import type { TestApp } from '../../support/test-app.ts';
import type { Role } from '../applicant-comparison/a-role.ts';

/** The key of the role, so that its list can follow a move. */
export async function storeKey(test: TestApp, { requisition, form }: Role): Promise<void> {
  const content = loadAssessments(join(projectRoot, 'assessments'));
  if (content.kind === 'refused') throw new Error(JSON.stringify(content.problems));
  const keyed = keyedForms(content.shelf).find((one) => one.form.assessmentId === form.assessmentId);
  const { keyVersionId } = currentIntake(requisition);
  await test.connection.collection('keyVersions').insertOne({
    _id: keyVersionId as never,
    organisationId: requisition.organisationId,
    content: keyed?.key,
    adoptedAt: new Date(),
  });
}

import { keyedForms } from '../../../src/content/keyed-forms.ts';
import { currentIntake } from '../../../src/core/requisition/requisition.ts';
import type { TestApp } from '../../support/test-app.ts';
import type { Role } from '../applicant-comparison/a-role.ts';
import { shelf } from '../../support/shelf.ts';

/** The key of the role, so that its list can follow a move. */
export async function storeKey(test: TestApp, { requisition, form }: Role): Promise<void> {
  const keyed = keyedForms(shelf).find((one) => one.form.assessmentId === form.assessmentId);
  const { keyVersionId } = currentIntake(requisition);
  await test.connection.collection('keyVersions').insertOne({
    _id: keyVersionId as never,
    organisationId: requisition.organisationId,
    content: keyed?.key,
    adoptedAt: new Date(),
  });
}

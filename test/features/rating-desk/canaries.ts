import { newId } from '../../../src/ops/secrets.ts';
import type { TestApp } from '../../support/test-app.ts';
import type { Finished, RatingRole } from './rating-role.ts';

/** Marks every field of the applicant and the attempt but the response that is read, and what else is known of them. */
export async function fillWithCanaries(
  test: TestApp,
  role: RatingRole,
  { applicant, attempt }: Finished,
  canary: string,
): Promise<void> {
  const at = test.deps.clock();
  const decision = { stage: 'open', reason: canary, message: canary, by: canary, at, id: newId() };
  await test.connection.collection('applicants').updateOne(
    { _id: applicant.id },
    {
      $set: {
        name: canary,
        reference: canary,
        label: `${canary}L`,
        email: `${canary}@example.org`,
        decisions: [decision],
      },
    },
  );
  await test.connection.collection('attempts').updateOne(
    { _id: attempt.id },
    {
      $set: {
        receipt: { code: canary, at, count: 4, hash: canary, items: {} },
        bindings: [canary],
        timeChoice: 'plus100',
        noticeVersion: canary,
        'responses.p1.hash': canary,
      },
    },
  );
  const { organisationId, requisition } = role;
  const about = { organisationId, requisitionId: requisition.id, applicantId: applicant.id };
  for (const collection of ['notes', 'scorecards', 'adjustmentRequests', 'scores', 'quarantinedResponses'])
    await test.connection.collection(collection).insertOne({
      _id: newId<never>(),
      ...about,
      attemptId: attempt.id,
      text: canary,
      key: `${canary}:${newId()}`,
      attemptNumber: newId(),
    });
}

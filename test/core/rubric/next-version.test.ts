import { describe, expect, it } from '@jest/globals';
import type {
  IntakeId,
  OrganisationId,
  PersonId,
  RequisitionId,
  RubricId,
  RubricVersionId,
} from '../../../src/core/kernel/ids.ts';
import { nextVersion } from '../../../src/core/rubric/next-version.ts';
import { rubricHashes } from '../../../src/core/rubric/rubric-hashes.ts';
import { aRubric } from './a-rubric.ts';

const hash = (text: string) => `#${text.length}`;
const rubric = {
  id: 'rubric' as RubricId,
  organisationId: 'organisation' as OrganisationId,
  requisitionId: 'requisition' as RequisitionId,
};
const publication = {
  versionId: 'v2' as RubricVersionId,
  number: 2,
  content: aRubric(),
  basedOn: 'v1' as RubricVersionId,
  intakeId: 'intake' as IntakeId,
  scope: 'everybody',
  reason: 'The job changed.',
  by: 'lead' as PersonId,
  at: new Date('2026-03-01T00:00:00Z'),
  state: 'adopting',
  dueAt: null,
  walkedTo: '',
} as const;

describe('the next version', () => {
  it('holds the content with its hashes, who wrote it, why, and where it came from', () => {
    const approval = { kind: 'not-needed' } as const;
    expect(nextVersion(rubric, { ...publication, approval }, hash)).toEqual({
      ...aRubric(),
      ...rubricHashes(aRubric(), hash),
      id: 'v2',
      organisationId: 'organisation',
      requisitionId: 'requisition',
      rubricId: 'rubric',
      number: 2,
      reason: 'The job changed.',
      publishedBy: 'lead',
      publishedAt: publication.at,
      origin: { basedOn: 'v1', scope: 'everybody', intakeId: 'intake', approval },
    });
  });

  it('is published when the second person agreed', () => {
    const at = new Date('2026-03-02T00:00:00Z');
    const approval = { kind: 'person', by: 'owner' as PersonId, at } as const;
    expect(nextVersion(rubric, { ...publication, approval }, hash).publishedAt).toBe(at);
  });
});

import type { Rubric, Publication } from './rubric-draft.ts';
import type { Approval, RubricVersion } from './rubric.ts';
import { rubricHashes } from './rubric-hashes.ts';

/** The immutable version that an approved publication becomes. The hash function is passed in. */
export function nextVersion(
  { id, organisationId, requisitionId }: Pick<Rubric, 'id' | 'organisationId' | 'requisitionId'>,
  publication: Publication & { readonly approval: Approval },
  hash: (text: string) => string,
): RubricVersion {
  const { versionId, number, content, basedOn, scope, intakeId, reason, by, at, approval } = publication;
  return {
    ...content,
    ...rubricHashes(content, hash),
    id: versionId,
    organisationId,
    requisitionId,
    rubricId: id,
    number,
    reason,
    publishedBy: by,
    publishedAt: approval.kind === 'not-needed' ? at : approval.at,
    origin: { basedOn, scope, intakeId, approval },
  };
}

import type { Intake } from '../../core/requisition/requisition.ts';
import { nextVersion } from '../../core/rubric/next-version.ts';
import type { Rubric } from '../../core/rubric/rubric-draft.ts';
import type { RubricVersion } from '../../core/rubric/rubric.ts';
import { sha256 } from '../../ops/secrets.ts';

/**
 * The version that an intake is changing to; null where it is changing to none. It is made from the approved change
 * itself, so that whatever happens to an applicant from that moment on is computed under both.
 */
export function nextRubricVersion(rubric: Rubric, intake: Intake): RubricVersion | null {
  const { publication } = rubric;
  if (publication?.state !== 'adopting' || publication.approval === null) return null;
  if (publication.scope !== 'everybody' || publication.intakeId !== intake.id) return null;
  if (publication.versionId === intake.rubricVersionId) return null;
  return nextVersion(rubric, { ...publication, approval: publication.approval }, sha256);
}

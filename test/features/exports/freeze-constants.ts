import { referenceScope } from '../../../src/core/norms/reference-scope.ts';
import type { ReferenceConstants } from '../../../src/core/norms/reference-constants.ts';
import { currentIntake, type Requisition } from '../../../src/core/requisition/requisition.ts';
import { newId, sha256 } from '../../../src/ops/secrets.ts';
import type { Staff } from '../../support/actors.ts';
import type { TestApp } from '../../support/test-app.ts';

type Figures = Pick<ReferenceConstants, 'n' | 'correlation' | 'weights' | 'judgment' | 'written'>;

/** What Overall stands on in this role, past the page on which an owner freezes it. */
export async function freezeConstants(
  { deps }: TestApp,
  role: Requisition,
  { actor }: Staff,
  figures: Figures,
): Promise<void> {
  const intake = currentIntake(role);
  const rubric = await deps.stores.rubrics.getVersion(role.organisationId, intake.rubricVersionId);
  const { id: scopeId, versions } = referenceScope(role, intake, rubric, sha256);
  const { organisationId } = role;
  const made = { id: newId(), organisationId, scopeId, versions, frozenBy: actor.personId };
  await deps.stores.referenceConstants.insert({ ...figures, ...made, frozenAt: deps.clock() }, []);
}

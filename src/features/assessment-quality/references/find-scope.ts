import { referenceScope, type ReferenceScope } from '../../../core/norms/reference-scope.ts';
import { currentIntake, type Intake, type Requisition } from '../../../core/requisition/requisition.ts';
import type { Deps } from '../../../deps.ts';
import { sha256 } from '../../../ops/secrets.ts';
import type { StandingList } from '../../../store/standing-store.ts';

interface ScopeMember {
  readonly requisition: Requisition;
  readonly lists: readonly StandingList[];
}

export interface ScopeWithMembers {
  readonly scope: ReferenceScope;
  /** Roles whose scores mean the same, the newest first. */
  readonly members: readonly ScopeMember[];
}

const scopeOf = async ({ stores }: Pick<Deps, 'stores'>, requisition: Requisition, intake: Intake) => {
  const { organisationId } = requisition;
  const rubric = await stores.rubrics.getVersion(organisationId, intake.rubricVersionId);
  return referenceScope(requisition, intake, rubric, sha256);
};

/** The scope of a role's running intake, with every role and intake of the organisation that belongs to it. */
export async function findScope(
  deps: Pick<Deps, 'stores'>,
  requisition: Requisition,
): Promise<ScopeWithMembers> {
  const { organisationId } = requisition;
  const running = currentIntake(requisition);
  const scope = await scopeOf(deps, requisition, running);
  const members: ScopeMember[] = [];
  for (const other of await deps.stores.requisitions.listWithForm(organisationId, running.formVersionId)) {
    const lists: StandingList[] = [];
    for (const intake of other.intakes) {
      if ((await scopeOf(deps, other, intake)).id !== scope.id) continue;
      const { id: intakeId, rubricVersionId } = intake;
      lists.push({ organisationId, requisitionId: other.id, intakeId, rubricVersionId });
    }
    if (lists.length > 0) members.push({ requisition: other, lists });
  }
  return { scope, members };
}

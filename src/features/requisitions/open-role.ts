import type { Actor } from '../../core/person/person.ts';
import { checkReadiness, type Readiness } from '../../core/requisition/check-readiness.ts';
import { openRequisition } from '../../core/requisition/open-requisition.ts';
import type { Requisition } from '../../core/requisition/requisition.ts';
import type { Deps } from '../../deps.ts';
import { changeRequisition } from './change-requisition.ts';
import { readRole } from './read-role.ts';

type OpenRole =
  | { readonly kind: 'opened' | 'open-already' | 'changed-meanwhile' }
  | { readonly kind: 'not-ready'; readonly missing: Readiness['missing'] };

/** Opens a draft that misses nothing, or says everything that it misses. */
export async function openRole(
  deps: Deps,
  actor: Actor,
  requisition: Requisition,
  rev: number,
): Promise<OpenRole> {
  const { people, rubric } = await readRole(deps, actor, requisition);
  const readiness = checkReadiness({ requisition, criteria: rubric.criteria, people });
  const outcome = openRequisition(requisition, readiness, deps.clock());
  if (outcome.kind === 'not-ready') return { kind: 'not-ready', missing: readiness.missing };
  if (outcome.kind === 'open-already') return outcome;
  const changed = await changeRequisition(deps, {
    actor,
    requisition,
    rev,
    type: 'requisition-opened',
    changes: outcome.changes,
  });
  return { kind: changed === 'changed' ? 'opened' : 'changed-meanwhile' };
}

import type { Actor } from '../../core/person/person.ts';
import type { NotAdopted, Rubric } from '../../core/rubric/rubric-draft.ts';
import { whyNotAdopted } from '../../core/rubric/why-not-adopted.ts';
import { changeRubric, type RubricDeps } from './change-rubric.ts';

export type Settlement = 'settled' | 'nothing-waits' | 'changed-meanwhile' | 'own-change' | NotAdopted;

interface Asked {
  readonly actor: Actor;
  readonly rubric: Rubric;
  readonly rev: number;
}

/** A second person agrees: from here on the change is carried out. Nobody agrees to a change of their own. */
export async function approveChange(deps: RubricDeps, { actor, rubric, rev }: Asked): Promise<Settlement> {
  const { publication } = rubric;
  if (publication?.state !== 'waiting') return 'nothing-waits';
  if (rubric.rev !== rev) return 'changed-meanwhile';
  if (publication.by === actor.personId) return 'own-change';
  const requisition = await deps.stores.requisitions.find(rubric.organisationId, rubric.requisitionId);
  const never = requisition === null ? null : whyNotAdopted(requisition, publication);
  if (never !== null) return never;
  const approval = { kind: 'person', by: actor.personId, at: deps.clock() } as const;
  const outcome = await changeRubric(deps, {
    ...{ actor, rubric },
    type: 'rubric-change-approved',
    changes: { draft: null, publication: { ...publication, state: 'adopting', dueAt: null, approval } },
    facts: { rubricVersionId: publication.versionId, number: publication.number, scope: publication.scope },
  });
  return outcome === 'changed' ? 'settled' : outcome;
}

/** Takes a waiting change back into the draft: by whoever edits the rubric, or refused by the second person. */
export async function takeBackChange(
  deps: RubricDeps,
  { actor, rubric, rev, refusal }: Asked & { readonly refusal: string | null },
): Promise<Settlement> {
  const { publication, draft } = rubric;
  if (publication?.state !== 'waiting') return 'nothing-waits';
  if (rubric.rev !== rev) return 'changed-meanwhile';
  const outcome = await changeRubric(deps, {
    ...{ actor, rubric },
    type: refusal === null ? 'rubric-change-withdrawn' : 'rubric-change-refused',
    changes: {
      publication: null,
      ...(draft === null || refusal === null
        ? {}
        : { draft: { ...draft, refusal: { by: actor.personId, reason: refusal, at: deps.clock() } } }),
    },
    facts: { rubricVersionId: publication.versionId },
  });
  return outcome === 'changed' ? 'settled' : outcome;
}

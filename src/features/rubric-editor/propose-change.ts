import type { RubricVersionId } from '../../core/kernel/ids.ts';
import type { Actor, Person } from '../../core/person/person.ts';
import { classifyChange } from '../../core/rubric/classify-change.ts';
import { draftProblems } from '../../core/rubric/draft-problems.ts';
import type { Publication } from '../../core/rubric/rubric-draft.ts';
import { newId } from '../../ops/secrets.ts';
import { changeRubric, type RubricDeps } from './change-rubric.ts';
import { findAffected } from './find-affected.ts';
import type { RubricAtWork } from './load-rubric.ts';
import type { Propose } from './requests.ts';

/** Where there is no second person, a change takes effect after that time. */
const DELAY_MS = 48 * 60 * 60 * 1000;

export type Proposal =
  | { readonly kind: 'approved' }
  | { readonly kind: 'waiting'; readonly dueAt: Date | null }
  | { readonly kind: 'changed-meanwhile' | 'no-draft' | 'under-way' | 'unfinished' | 'same' | 'locked' };

/**
 * Freezes the draft for publishing. Until anybody has a score it takes effect at once; from then on a second person
 * looks at it first, or two days pass where there is none.
 */
export async function proposeChange(
  deps: RubricDeps,
  actor: Actor,
  at: RubricAtWork,
  asked: Propose,
): Promise<Proposal> {
  const { requisition, intake, rubric, current, form, versions, people } = at;
  const { draft, publication } = rubric;
  if (publication !== null) return { kind: 'under-way' };
  if (draft === null) return { kind: 'no-draft' };
  if (rubric.rev !== asked.rev) return { kind: 'changed-meanwhile' };
  const { content } = draft;
  if (draftProblems({ content, form, tasks: requisition.tasks }).length > 0) return { kind: 'unfinished' };
  const { kind } = classifyChange(current, content);
  if (kind === 'none') return { kind: 'same' };
  const { invited, scored } = await findAffected(deps, at);
  const scope = invited ? asked.scope : 'everybody';
  if (scope === 'everybody' && intake.rejectedAt !== null) return { kind: 'locked' };
  const now = deps.clock();
  const alone = secondPeople(people, actor).length === 0;
  const dueAt = scored && alone ? new Date(now.getTime() + DELAY_MS) : null;
  const next: Publication = {
    versionId: newId<RubricVersionId>(),
    number: (versions[0]?.number ?? 0) + 1,
    content,
    basedOn: current.id,
    intakeId: intake.id,
    scope,
    reason: asked.reason,
    by: actor.personId,
    at: now,
    state: scored ? 'waiting' : 'adopting',
    dueAt,
    approval: scored ? null : { kind: 'not-needed' },
    walkedTo: '',
  };
  const outcome = await changeRubric(deps, {
    ...{ actor, rubric },
    type: scored ? 'rubric-change-proposed' : 'rubric-change-approved',
    changes: { publication: next, draft: scored ? draft : null },
    facts: { rubricVersionId: next.versionId, number: next.number, change: kind, scope },
  });
  if (outcome === 'changed-meanwhile') return { kind: outcome };
  return scored ? { kind: 'waiting', dueAt } : { kind: 'approved' };
}

/** Everybody else who may approve a version. */
export const secondPeople = (people: readonly Person[], { personId }: Actor): readonly Person[] =>
  people.filter(
    ({ id, state, roles }) =>
      id !== personId && state === 'active' && (roles.includes('owner') || roles.includes('auditor')),
  );

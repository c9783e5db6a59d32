import type { CriterionId, PersonId } from '../kernel/ids.ts';
import type { LevelNumber } from '../rubric/rubric.ts';
import type { RatingTask, Resolution, UnratableReason } from './rating-task.ts';
import { resolveTask } from './resolve-task.ts';

/** What the lead decides about a response that raters could not settle; the reason stays with it. */
export type LeadDecision = { readonly by: PersonId; readonly because: string } & (
  | { readonly kind: 'levels'; readonly levels: Readonly<Record<CriterionId, LevelNumber | undefined>> }
  | { readonly kind: 'unratable'; readonly reason: UnratableReason }
);

export type LeadOutcome =
  | { readonly kind: 'settled'; readonly resolution: Resolution }
  | { readonly kind: 'not-open' }
  | { readonly kind: 'level-missing'; readonly criteria: readonly CriterionId[] }
  | { readonly kind: 'reason-missing' };

/** The lead settles exactly the open criteria; what two raters agreed on keeps their mean. */
export function settleByLead(task: RatingTask, decision: LeadDecision): LeadOutcome {
  const outcome = resolveTask({ ...task, thirdAvailable: false });
  if (task.state !== 'lead' || outcome.kind !== 'lead') return { kind: 'not-open' };
  const { by, because } = decision;
  if (because.trim() === '') return { kind: 'reason-missing' };
  if (decision.kind === 'unratable') {
    return { kind: 'settled', resolution: { kind: 'unratable', reason: decision.reason, by, because } };
  }
  const criteria: Record<CriterionId, Extract<Resolution, { kind: 'rated' }>['criteria'][CriterionId]> = {
    ...outcome.settled,
  };
  const missing: CriterionId[] = [];
  for (const criterion of outcome.open) {
    const level = decision.levels[criterion];
    if (level === undefined) missing.push(criterion);
    else criteria[criterion] = { kind: 'lead', level, by, reason: because };
  }
  if (missing.length > 0) return { kind: 'level-missing', criteria: missing };
  return { kind: 'settled', resolution: { kind: 'rated', criteria } };
}

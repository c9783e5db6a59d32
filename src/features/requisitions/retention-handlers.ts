import type { Actor } from '../../core/person/person.ts';
import { changeRetention } from '../../core/requisition/change-retention.ts';
import type { Requisition } from '../../core/requisition/requisition.ts';
import type { Retention } from '../../core/requisition/retention.ts';
import type { Deps } from '../../deps.ts';
import type { FormState } from '../../http/form-state.ts';
import { redirect, type PageReply, type Reply } from '../../http/reply.ts';
import type { FieldProblem, RawFields } from '../../http/route.ts';
import { formatDate } from '../../presentation/format-date.ts';
import { changeRequisition } from './change-requisition.ts';
import { typedDecisionDate } from './decision-date-section.ts';
import { rereadRole } from './read-role.ts';
import { readShortLimits } from './read-short-limits.ts';
import type { RetentionForm } from './requests.ts';
import { keepChoiceOf } from './retention-words.ts';
import { rulesPage, typedRules } from './rules-page.ts';

interface About {
  readonly actor: Actor;
  readonly requisition: Requisition;
}
type Input = About & { readonly body: RetentionForm };

const REFUSALS = {
  archived: 'An archived role can only be read.',
  'being-erased': 'The time is over, and nobody can be kept longer.',
  'longer-than-told':
    'Candidates have read how long their answers are kept. The time can become shorter, not longer.',
} as const;

/** How long the applicants of a role are kept: a form of its own on the page of rules. */
export function retentionHandlers(deps: Deps) {
  const show = async (
    { actor, requisition }: About,
    retention: FormState,
    overtaken = false,
  ): Promise<PageReply> =>
    rulesPage({
      actor,
      requisition,
      form: { values: typedRules(requisition), problems: [] },
      retention,
      decisionDate: { values: typedDecisionDate(requisition), problems: [] },
      overtaken,
      shortLimits: await readShortLimits(deps, requisition),
    });

  const refuse = async (input: Input, status: number, message: string): Promise<Reply> => ({
    ...(await show(input, { values: typed(input.body), problems: [{ field: 'keep', message }] })),
    status,
  });

  async function change(input: Input): Promise<Reply> {
    const { actor, requisition, body } = input;
    const retention = retentionOf(body);
    const outcome = changeRetention(requisition, retention, deps.clock());
    if (outcome.kind === 'too-soon') {
      return refuse(
        input,
        422,
        `All applicants would be erased on ${formatDate(outcome.eraseAt)}, sooner than in 30 days. Choose a longer time.`,
      );
    }
    if (outcome.kind !== 'changed') return refuse(input, 422, REFUSALS[outcome.kind]);
    const changed = await changeRequisition(deps, {
      actor,
      requisition,
      rev: body.rev,
      type: 'requisition-retention-changed',
      changes: outcome.changes,
      facts: { keep: keepChoiceOf(retention) },
    });
    if (changed === 'changed') {
      return redirect(`/requisitions/${requisition.id}/rules`, { kind: 'ok', text: 'Saved.' });
    }
    const stored = await rereadRole(deps, requisition);
    const form = { values: typed(body), problems: [] };
    return { ...(await show({ actor, requisition: stored }, form, true)), status: 409 };
  }

  return {
    change,
    changeAgain: (input: About & { raw: RawFields; problems: readonly FieldProblem[] }): Promise<Reply> =>
      show(input, { values: input.raw, problems: input.problems }),
  };
}

const typed = ({ keep, keepReason }: RetentionForm): RawFields => ({
  keep: String(keep),
  keepReason: keepReason ?? '',
});

function retentionOf({ keep, keepReason }: RetentionForm): Retention {
  return keep === 'by-hand'
    ? { kind: 'by-hand', reason: keepReason ?? '' }
    : { kind: 'months', months: keep };
}

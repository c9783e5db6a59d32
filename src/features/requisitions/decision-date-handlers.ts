import type { Actor } from '../../core/person/person.ts';
import { changeDecisionDate, MOST_DAYS_AHEAD } from '../../core/requisition/change-decision-date.ts';
import type { Requisition } from '../../core/requisition/requisition.ts';
import type { Deps } from '../../deps.ts';
import type { FormState } from '../../http/form-state.ts';
import { redirect, type PageReply, type Reply } from '../../http/reply.ts';
import type { FieldProblem, RawFields } from '../../http/route.ts';
import { changeRequisition } from './change-requisition.ts';
import { rereadRole } from './read-role.ts';
import { readShortLimits } from './read-short-limits.ts';
import type { DecisionDateForm } from './requests.ts';
import { typedRetention } from './retention-section.ts';
import { rulesPage, typedRules } from './rules-page.ts';

interface About {
  readonly actor: Actor;
  readonly requisition: Requisition;
}

const REFUSALS = {
  archived: 'An archived role can only be read.',
  past: 'Choose a day that is not over.',
  'too-far': `Choose a day within the next ${MOST_DAYS_AHEAD} days.`,
} as const;

/** The day by which candidates hear: a form of its own on the page of rules. */
export function decisionDateHandlers(deps: Deps) {
  const show = async (
    { actor, requisition }: About,
    decisionDate: FormState,
    overtaken = false,
  ): Promise<PageReply> =>
    rulesPage({
      actor,
      requisition,
      form: { values: typedRules(requisition), problems: [] },
      retention: { values: typedRetention(requisition), problems: [] },
      decisionDate,
      overtaken,
      shortLimits: await readShortLimits(deps, requisition),
    });

  async function change(input: About & { body: DecisionDateForm }): Promise<Reply> {
    const { actor, requisition, body } = input;
    const values = { decisionBy: body.decisionBy ?? '' };
    const day = body.decisionBy === null ? null : new Date(`${body.decisionBy}T00:00:00Z`);
    const outcome = changeDecisionDate(requisition, day, deps.clock());
    if (outcome.kind !== 'changed') {
      const problems = [{ field: 'decisionBy', message: REFUSALS[outcome.kind] }];
      return { ...(await show(input, { values, problems })), status: 422 };
    }
    const changed = await changeRequisition(deps, {
      actor,
      requisition,
      rev: body.rev,
      type: 'requisition-decision-date-changed',
      changes: outcome.changes,
      facts: { decisionBy: body.decisionBy ?? 'none' },
    });
    if (changed === 'changed') {
      return redirect(`/requisitions/${requisition.id}/rules`, { kind: 'ok', text: 'Saved.' });
    }
    const stored = await rereadRole(deps, requisition);
    return { ...(await show({ actor, requisition: stored }, { values, problems: [] }, true)), status: 409 };
  }

  return {
    change,
    changeAgain: (input: About & { raw: RawFields; problems: readonly FieldProblem[] }): Promise<Reply> =>
      show(input, { values: input.raw, problems: input.problems }),
  };
}

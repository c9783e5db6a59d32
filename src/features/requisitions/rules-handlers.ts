import type { Actor } from '../../core/person/person.ts';
import { changeRules } from '../../core/requisition/change-rules.ts';
import type { Requisition, TimeMode } from '../../core/requisition/requisition.ts';
import type { Deps } from '../../deps.ts';
import type { FormState } from '../../http/form-state.ts';
import { redirect, type PageReply, type Reply } from '../../http/reply.ts';
import type { FieldProblem, RawFields } from '../../http/route.ts';
import { changeRequisition } from './change-requisition.ts';
import { typedDecisionDate } from './decision-date-section.ts';
import { rereadRole } from './read-role.ts';
import { readShortLimits } from './read-short-limits.ts';
import type { RulesForm } from './requests.ts';
import { typedRetention } from './retention-section.ts';
import { rulesPage, typedRules } from './rules-page.ts';

interface About {
  readonly actor: Actor;
  readonly requisition: Requisition;
}

export function rulesHandlers(deps: Deps) {
  const page = async (
    { actor, requisition }: About,
    form: FormState,
    overtaken = false,
  ): Promise<PageReply> =>
    rulesPage({
      actor,
      requisition,
      form,
      retention: { values: typedRetention(requisition), problems: [] },
      decisionDate: { values: typedDecisionDate(requisition), problems: [] },
      overtaken,
      shortLimits: await readShortLimits(deps, requisition),
    });

  async function change(input: About & { body: RulesForm }): Promise<Reply> {
    const { actor, requisition, body } = input;
    const here = `/requisitions/${requisition.id}/rules`;
    const outcome = changeRules(requisition, { ...body, timeMode: timeModeOf(body) });
    if (outcome.kind === 'settled') {
      const text = 'These rules were settled when the role opened. Only the number of places may change.';
      return redirect(here, { kind: 'warn', text });
    }
    const changed = await changeRequisition(deps, {
      actor,
      requisition,
      rev: body.rev,
      type: 'requisition-rules-changed',
      changes: outcome.changes,
      facts: {
        places: body.places,
        placesRule: body.placesRule,
        decidingColumn: body.decidingColumn,
        timeMode: body.timeMode,
        revealAt: body.revealAt,
      },
    });
    if (changed === 'changed') return redirect(here, { kind: 'ok', text: 'Saved.' });
    const stored = await rereadRole(deps, requisition);
    const form = { values: valuesOf(body), problems: [] };
    return { ...(await page({ actor, requisition: stored }, form, true)), status: 409 };
  }

  return {
    show: ({ actor, requisition }: About): Promise<Reply> =>
      page({ actor, requisition }, { values: typedRules(requisition), problems: [] }),
    change,
    changeAgain: ({
      actor,
      requisition,
      raw,
      problems,
    }: About & { raw: RawFields; problems: readonly FieldProblem[] }): Promise<Reply> =>
      page({ actor, requisition }, { values: raw, problems }),
  };
}

function timeModeOf({ timeMode, timeReason }: RulesForm): TimeMode {
  switch (timeMode) {
    case 'usual':
      return { kind: 'usual' };
    case 'timed':
      return { kind: 'timed', noLimitAllowed: true };
    case 'timed-always':
      return { kind: 'timed', noLimitAllowed: false, reason: timeReason ?? '' };
  }
}

function valuesOf({
  places,
  placesRule,
  decidingColumn,
  timeMode,
  timeReason,
  revealAt,
}: RulesForm): RawFields {
  return {
    places: String(places),
    placesRule,
    decidingColumn,
    timeMode,
    timeReason: timeReason ?? '',
    revealAt,
  };
}

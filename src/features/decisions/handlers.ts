import { mayReveal } from '../../core/applicant/may-reveal.ts';
import type { ApplicantId } from '../../core/kernel/ids.ts';
import type { Actor } from '../../core/person/person.ts';
import type { Requisition } from '../../core/requisition/requisition.ts';
import type { Deps } from '../../deps.ts';
import { emptyForm, type FormState } from '../../http/form-state.ts';
import { notFound, redirect, type Reply } from '../../http/reply.ts';
import type { FieldProblem, RawFields } from '../../http/route.ts';
import { staffEvent } from '../../ops/new-event.ts';
import { decide } from './decide.ts';
import { decisionPage } from './decision-page.ts';
import { findCase } from './find-case.ts';
import type { DecisionForm } from './requests.ts';

interface About {
  readonly actor: Actor;
  readonly requisition: Requisition;
  readonly params: { readonly applicantId: ApplicantId };
}

const MESSAGES = {
  'message-missing': {
    field: 'message',
    message: 'Write what the applicant is told. No decision closes without a message.',
  },
  'already-there': { field: 'to', message: 'The applicant is at this stage already. Choose another one.' },
  withdrawn: { field: null, message: 'The applicant has withdrawn. Nothing is decided any more.' },
  'changed-meanwhile': {
    field: null,
    message:
      'This applicant changed while you were writing, and nothing was overwritten. See below where they stand now. Your words are still here: send them again if they still fit.',
  },
} as const satisfies Record<string, FieldProblem>;

export function decisionHandlers(deps: Deps) {
  async function show({ requisition, params }: About, form: FormState): Promise<Reply> {
    const found = await findCase(deps, requisition, params.applicantId);
    return found === null ? notFound : decisionPage(found, form);
  }

  async function refuse(about: About, values: RawFields, problem: FieldProblem): Promise<Reply> {
    const page = await show(about, { values, problems: [problem] });
    const status = problem === MESSAGES['changed-meanwhile'] ? 409 : 422;
    return page.kind === 'page' ? { ...page, status } : page;
  }

  return {
    show: (about: About): Promise<Reply> => show(about, emptyForm),

    async decide(input: About & { body: DecisionForm }): Promise<Reply> {
      const { actor, requisition, params, body } = input;
      const found = await findCase(deps, requisition, params.applicantId);
      if (found === null) return notFound;
      const outcome = await decide(deps, actor, found, body);
      if (outcome.kind !== 'moved') {
        return refuse(input, { ...body, rev: String(body.rev) }, MESSAGES[outcome.kind]);
      }
      const { to } = outcome.decision;
      return redirect(`/requisitions/${requisition.id}/applicants/${params.applicantId}/decision`, {
        kind: 'ok',
        text: `Moved to ${to}.`,
      });
    },

    decideAgain: (input: About & { raw: RawFields; problems: readonly FieldProblem[] }): Promise<Reply> =>
      show(input, { values: input.raw, problems: input.problems }),

    async reveal({ actor, requisition, params }: About): Promise<Reply> {
      const found = await findCase(deps, requisition, params.applicantId);
      if (found === null) return notFound;
      const { applicant } = found;
      const page = `/requisitions/${requisition.id}/applicants/${applicant.id}/decision`;
      if (!mayReveal(requisition.revealAt, applicant.stage)) {
        return redirect(page, { kind: 'warn', text: 'The name stays hidden at this stage.' });
      }
      const at = deps.clock();
      const { organisationId } = requisition;
      const facts = { requisitionId: requisition.id, applicantId: applicant.id, stage: applicant.stage };
      const happened = { type: 'applicant-name-revealed', at, organisationId, facts };
      await deps.stores.applicants.reveal(applicant, at, [staffEvent(actor.personId, happened)]);
      void deps.relay.soon();
      return redirect(page);
    },
  };
}

import { mayReveal } from '../../core/applicant/may-reveal.ts';
import type { ApplicantId } from '../../core/kernel/ids.ts';
import type { Actor } from '../../core/person/person.ts';
import type { Requisition } from '../../core/requisition/requisition.ts';
import type { Deps } from '../../deps.ts';
import { applicantGone } from '../../http/applicant-gone.ts';
import { emptyForm, textOf, type FormState } from '../../http/form-state.ts';
import { notFound, redirect, type Reply } from '../../http/reply.ts';
import type { FieldProblem, RawFields } from '../../http/route.ts';
import { staffEvent } from '../../ops/new-event.ts';
import { decide } from './decide.ts';
import { confirmPage } from './confirm-page.ts';
import { decisionPage } from './decision-page.ts';
import { findCase, type Case } from './find-case.ts';
import { mailIsOn } from './letter.ts';
import type { DecisionAsked, DecisionForm } from './requests.ts';

interface About {
  readonly actor: Actor;
  readonly requisition: Requisition;
  readonly params: { readonly applicantId: ApplicantId };
}

/** What somebody typed in their own words. */
const TEXTS = ['reason', 'considered', 'message'] as const;

const MESSAGES = {
  'message-missing': {
    field: 'message',
    message: 'Write what the applicant is told. No decision closes without a message.',
  },
  'already-there': { field: 'to', message: 'The applicant is at this stage already. Choose another one.' },
  withdrawn: { field: null, message: 'The applicant has withdrawn. Nothing is decided any more.' },
  'views-missing': {
    field: 'without',
    message:
      'Views are missing, and their writers are named. Wait for them, or say that you decide without them.',
  },
  'changed-meanwhile': {
    field: null,
    message:
      'This applicant changed while you were writing, and nothing was overwritten. See below where they stand now. Your words are still here: send them again if they still fit.',
  },
} as const satisfies Record<string, FieldProblem>;

const pageOf = ({ requisition, applicant }: Case): string =>
  `/requisitions/${requisition.id}/applicants/${applicant.id}/decision`;

export function decisionHandlers(deps: Deps) {
  async function show({ actor, requisition, params }: About, form: FormState): Promise<Reply> {
    const found = await findCase(deps, requisition, params.applicantId);
    if (found === null)
      return applicantGone(
        requisition,
        TEXTS.map((name) => textOf(form, name)),
      );
    await noteReading(deps, actor, found);
    return decisionPage(found, form, mailIsOn(deps, found));
  }

  async function refuse(about: About, values: RawFields, problem: FieldProblem): Promise<Reply> {
    const page = await show(about, { values, problems: [problem] });
    const status = problem === MESSAGES['changed-meanwhile'] ? 409 : 422;
    return page.kind === 'page' ? { ...page, status } : page;
  }

  return {
    show: (about: About & { query: DecisionAsked }): Promise<Reply> =>
      show(about, { ...emptyForm, values: { to: about.query.to } }),

    async decide(input: About & { body: DecisionForm }): Promise<Reply> {
      const { actor, requisition, params, body } = input;
      const found = await findCase(deps, requisition, params.applicantId);
      if (found === null)
        return applicantGone(
          requisition,
          TEXTS.map((name) => body[name]),
        );
      const values = { ...body, rev: String(body.rev) };
      if (body.go === 'change') return show(input, { values, problems: [] });
      const outcome = await decide(deps, actor, found, body);
      if (outcome.kind === 'to-confirm') {
        await noteReading(deps, actor, found);
        return confirmPage(found, outcome.decision, body, mailIsOn(deps, found));
      }
      if (outcome.kind !== 'moved') return refuse(input, values, MESSAGES[outcome.kind]);
      return redirect(pageOf(found), { kind: 'ok', text: `Moved to ${outcome.decision.to}.` });
    },

    decideAgain: (input: About & { raw: RawFields; problems: readonly FieldProblem[] }): Promise<Reply> =>
      show(input, { values: input.raw, problems: input.problems }),

    /** Only where the mail failed for good: what is under way is not sent twice. */
    async tellAgain({ actor, requisition, params }: About): Promise<Reply> {
      const found = await findCase(deps, requisition, params.applicantId);
      if (found === null) return notFound;
      if (!mailIsOn(deps, found) || found.letter?.state !== 'failed') {
        return redirect(pageOf(found), { kind: 'warn', text: 'There is nothing to send again.' });
      }
      const { applicant } = found;
      const facts = { requisitionId: requisition.id, applicantId: applicant.id };
      const happened = {
        type: 'applicant-told-again',
        at: deps.clock(),
        organisationId: applicant.organisationId,
        facts,
      };
      await deps.stores.applicants.tellAgain(applicant, [staffEvent(actor.personId, happened)]);
      await deps.relay.soon();
      return redirect(pageOf(found), { kind: 'ok', text: 'The letter waits to be sent.' });
    },

    async reveal({ actor, requisition, params }: About): Promise<Reply> {
      const found = await findCase(deps, requisition, params.applicantId);
      if (found === null) return notFound;
      const { applicant } = found;
      const page = pageOf(found);
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

/** Revealing is one person's act; whoever reads the name after that is on record too. */
async function noteReading(deps: Deps, { personId }: Actor, { applicant, record }: Case): Promise<void> {
  if (record.name === null) return;
  const { organisationId, requisitionId, id: applicantId, stage } = applicant;
  const facts = { requisitionId, applicantId, stage };
  const happened = { type: 'applicant-name-read', at: deps.clock(), organisationId, facts };
  await deps.stores.audit.record(staffEvent(personId, happened));
}

import type { Actor } from '../../core/person/person.ts';
import type { Requisition } from '../../core/requisition/requisition.ts';
import { draftProblems } from '../../core/rubric/draft-problems.ts';
import type { RubricContent } from '../../core/rubric/rubric.ts';
import type { Deps } from '../../deps.ts';
import { emptyForm, type FormState } from '../../http/form-state.ts';
import type { Notice } from '../../http/parts.ts';
import { redirect, type PageReply, type Reply } from '../../http/reply.ts';
import type { FieldProblem, RawFields } from '../../http/route.ts';
import { findAffected } from './find-affected.ts';
import { loadRubric, type RubricAtWork } from './load-rubric.ts';
import { loadSample } from './load-sample.ts';
import { previewDraft } from './preview-draft.ts';
import { previewPage } from './preview-page.ts';
import { proposeChange, secondPeople, type Proposal } from './propose-change.ts';
import type { Propose } from './requests.ts';
import { takeBackChange } from './settle-change.ts';
import { staleNotice } from './stale-notice.ts';

interface Base {
  readonly actor: Actor;
  readonly requisition: Requisition;
}

/** A form that comes back: what was typed, and what to say above it. */
interface Sent {
  readonly form: FormState;
  /** Somebody changed the draft since the preview was opened. */
  readonly stale: boolean;
  readonly notice: Notice | null;
}

/** From the draft to a version: seeing what it would change, asking for it, and taking it back. */
export function publicationHandlers(deps: Deps) {
  /** With a form that was sent, whatever became of the draft meanwhile: nothing typed is lost. */
  async function show({ actor, requisition }: Base, sent: Sent | null = null): Promise<Reply> {
    const at = await loadRubric(deps, requisition);
    const content = at.rubric.publication === null ? at.rubric.draft?.content : undefined;
    const problems =
      content === undefined ? [] : draftProblems({ content, form: at.form, tasks: requisition.tasks });
    const ready = content !== undefined && problems.length === 0;
    const here = `/requisitions/${requisition.id}/rubric`;
    if (sent === null && content === undefined) return redirect(here, nothingToPublish);
    if (sent === null && !ready) return redirect(`${here}/draft#problems`, unfinished);
    const form = sent?.form ?? emptyForm;
    const notice =
      sent !== null && (sent.stale || !ready) ? await staleNotice(deps, actor, at, problems) : null;
    const [looked, affected] = await Promise.all([
      ready ? look(actor, at, content) : null,
      findAffected(deps, at),
    ]);
    const seconds = secondPeople(at.people, actor).length;
    return previewPage({ actor, at, looked, affected, seconds, form, notice: sent?.notice ?? notice });
  }

  async function look(actor: Actor, at: RubricAtWork, content: RubricContent) {
    const [preview, sample] = await Promise.all([
      previewDraft(deps, actor, at, content),
      loadSample(deps, actor, at, content),
    ]);
    return { content, preview, sample };
  }

  async function withStatus(reply: Promise<Reply>, status: NonNullable<PageReply['status']>): Promise<Reply> {
    const page = await reply;
    return page.kind === 'page' ? { ...page, status } : page;
  }

  async function propose(input: Base & { body: Propose }): Promise<Reply> {
    const { actor, requisition, body } = input;
    const at = await loadRubric(deps, requisition);
    const proposal = await proposeChange(deps, actor, at, body);
    const form = { values: { reason: body.reason, scope: body.scope }, problems: [] };
    switch (proposal.kind) {
      case 'approved':
      case 'waiting':
        return redirect(`/requisitions/${requisition.id}/rubric`, {
          kind: 'ok',
          text:
            proposal.kind === 'approved'
              ? 'Published. It counts as soon as everybody is brought up to date.'
              : waitingText(proposal),
        });
      case 'same':
        return redirect(`/requisitions/${requisition.id}/rubric`, {
          kind: 'warn',
          text: 'The draft says the same as the version that counts, so nothing was published.',
        });
      case 'no-draft':
      case 'under-way':
      case 'unfinished':
      case 'changed-meanwhile':
        return withStatus(show(input, { form, stale: true, notice: null }), 409);
      case 'locked':
        return withStatus(show(input, { form, stale: false, notice: LOCKED }), 409);
    }
  }

  return {
    preview: (about: Base): Promise<Reply> => show(about),
    propose,
    proposeAgain: (input: Base & { raw: RawFields; problems: readonly FieldProblem[] }): Promise<Reply> =>
      show(input, {
        form: { values: input.raw, problems: input.problems },
        stale: false,
        notice: null,
      }),

    async withdraw({ actor, requisition, body }: Base & { body: { rev: number } }): Promise<Reply> {
      const { rubric }: RubricAtWork = await loadRubric(deps, requisition);
      const outcome = await takeBackChange(deps, { actor, rubric, rev: body.rev, refusal: null });
      return redirect(
        `/requisitions/${requisition.id}/rubric`,
        outcome === 'settled'
          ? { kind: 'ok', text: 'Withdrawn. The draft can be edited again.' }
          : {
              kind: 'warn',
              text: 'There was nothing to withdraw any more: it was approved or sent back meanwhile.',
            },
      );
    },
  };
}

const waitingText = ({ dueAt }: Extract<Proposal, { kind: 'waiting' }>): string =>
  dueAt === null
    ? 'It waits for an owner or an auditor to approve it. Until then nothing changes.'
    : 'It takes effect after two days, because there is no second person to approve it.';

const nothingToPublish = { kind: 'warn', text: 'There is no draft that could be published now.' } as const;
const unfinished = {
  kind: 'warn',
  text: 'The draft is not ready to be published. What is missing stands below.',
} as const;

const LOCKED: Notice = {
  look: 'warn',
  heading: 'This intake keeps its version',
  lines: [
    'Somebody was rejected under it, so nobody in it may be measured otherwise. Nothing was published; choose the people invited from now on.',
  ],
  links: [],
};

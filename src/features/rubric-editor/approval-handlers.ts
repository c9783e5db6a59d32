import type { RequisitionId } from '../../core/kernel/ids.ts';
import type { Actor } from '../../core/person/person.ts';
import type { Requisition } from '../../core/requisition/requisition.ts';
import type { Deps } from '../../deps.ts';
import { emptyForm, type FormState } from '../../http/form-state.ts';
import { notFound, redirect, type Reply } from '../../http/reply.ts';
import type { FieldProblem, RawFields } from '../../http/route.ts';
import { approvalPage, approvalsPage } from './approval-pages.ts';
import { findVersion } from './find-version.ts';
import { loadRubric } from './load-rubric.ts';
import { loadSample } from './load-sample.ts';
import { previewDraft } from './preview-draft.ts';
import type { Refuse } from './requests.ts';
import { NEVER } from './rubric-words.ts';
import { approveChange, takeBackChange, type Settlement } from './settle-change.ts';
import { versionPage } from './version-page.ts';

interface Base {
  readonly actor: Actor;
}
interface About extends Base {
  readonly params: { readonly requisitionId: string };
}

const MOST = 200;

/** The second person's pages: what waits, what it would change, and the versions of every role. */
export function approvalHandlers(deps: Deps) {
  const find = ({ actor, params }: About): Promise<Requisition | null> =>
    deps.stores.requisitions.find(actor.organisationId, params.requisitionId as RequisitionId);

  async function show(about: About, form: FormState = emptyForm): Promise<Reply> {
    const requisition = await find(about);
    if (requisition === null) return notFound;
    const at = await loadRubric(deps, requisition);
    const { publication } = at.rubric;
    const waiting = publication?.state === 'waiting' ? publication : null;
    const { actor } = about;
    const [preview, sample] =
      waiting === null
        ? [null, null]
        : await Promise.all([
            previewDraft(deps, actor, at, waiting.content),
            loadSample(deps, actor, at, waiting.content),
          ]);
    return approvalPage({ actor, at, waiting, preview, sample, form, now: deps.clock() });
  }

  async function settle(
    about: About,
    settlement: (requisition: Requisition) => Promise<Settlement>,
    done: string,
  ): Promise<Reply> {
    const requisition = await find(about);
    if (requisition === null) return notFound;
    const here = `/rubric-changes/${requisition.id}`;
    if (requisition.state === 'archived') return redirect(here, archived);
    const outcome = await settlement(requisition);
    return redirect(
      here,
      outcome === 'settled' ? { kind: 'ok', text: done } : { kind: 'warn', text: REFUSED[outcome] },
    );
  }

  return {
    async list({ actor }: Base): Promise<Reply> {
      const { organisationId } = actor;
      const [waiting, roles] = await Promise.all([
        deps.stores.rubricDrafts.listWaiting(organisationId, MOST),
        deps.stores.requisitions.listOfOrganisation(organisationId, null, MOST),
      ]);
      return approvalsPage(waiting, roles);
    },

    show: (about: About): Promise<Reply> => show(about),

    approve: (input: About & { body: { rev: number } }): Promise<Reply> =>
      settle(
        input,
        async (requisition) => {
          const rubric = await deps.stores.rubricDrafts.get(requisition);
          return approveChange(deps, { actor: input.actor, rubric, rev: input.body.rev });
        },
        'Approved. It counts as soon as everybody is brought up to date.',
      ),

    refuse: (input: About & { body: Refuse }): Promise<Reply> =>
      settle(
        input,
        async (requisition) => {
          const rubric = await deps.stores.rubricDrafts.get(requisition);
          const { rev, reason } = input.body;
          return takeBackChange(deps, { actor: input.actor, rubric, rev, refusal: reason });
        },
        'Sent back with your reason. Nothing changes.',
      ),

    refuseAgain: (input: About & { raw: RawFields; problems: readonly FieldProblem[] }): Promise<Reply> =>
      show(input, { values: input.raw, problems: input.problems }),

    async showVersion(input: Base & { params: { requisitionId: string; number: number } }): Promise<Reply> {
      const requisition = await find(input);
      if (requisition === null) return notFound;
      const found = await findVersion(deps, requisition, input.params.number);
      return found === null ? notFound : versionPage({ actor: input.actor, ...found, from: 'approvals' });
    },
  };
}

const REFUSED: Readonly<Record<Exclude<Settlement, 'settled'>, string>> = {
  'nothing-waits': 'Nothing waits here any more: it was settled or withdrawn meanwhile.',
  'changed-meanwhile': 'The change is not the one you looked at. Read it again; nothing was settled.',
  'own-change': 'This change is yours. Somebody else has to approve it.',
  ...NEVER,
};

const archived = { kind: 'warn', text: 'This role is archived. Nothing in it can be changed.' } as const;

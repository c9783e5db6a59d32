import type { RatingTaskId } from '../../core/kernel/ids.ts';
import type { Actor } from '../../core/person/person.ts';
import type { RatingTask } from '../../core/rating/rating-task.ts';
import type { Requisition } from '../../core/requisition/requisition.ts';
import type { Deps } from '../../deps.ts';
import { emptyForm, type FormState } from '../../http/form-state.ts';
import { notFound, redirect, type Reply } from '../../http/reply.ts';
import type { FieldProblem, RawFields } from '../../http/route.ts';
import { decisionPage, decisionsPage } from './decisions-page.ts';
import { findAnchors } from './find-anchors.ts';
import { findPrompt } from './find-prompt.ts';
import { loadResponse } from './load-response.ts';
import type { Decide } from './requests.ts';
import { settleTask } from './settle-task.ts';

interface Base {
  readonly actor: Actor;
  readonly requisition: Requisition;
}
interface AboutTask extends Base {
  readonly params: { readonly taskId: string };
}

const MOST_DECISIONS = 200;

/** What raters could not settle, for the lead of the role. */
export function decisionHandlers(deps: Deps) {
  async function findOpenTask(requisition: Requisition, unsafeId: string): Promise<RatingTask | null> {
    const task = await deps.stores.ratingTasks.find(requisition.organisationId, unsafeId as RatingTaskId);
    return task?.requisitionId === requisition.id ? task : null;
  }

  async function showDecision({ requisition, params }: AboutTask, form: FormState): Promise<Reply> {
    const task = await findOpenTask(requisition, params.taskId);
    if (task === null) return notFound;
    const back = `/requisitions/${requisition.id}/rating/decisions`;
    if (task.state !== 'lead') return redirect(back, { kind: 'ok', text: 'This response is settled.' });
    const response = await loadResponse(deps, task);
    if (response === null) return notFound;
    const criteria = await findAnchors(deps, requisition, task.anchorHash, task.criteria);
    return decisionPage({ requisition, task, response, criteria, form });
  }

  return {
    async listDecisions({ requisition }: Base): Promise<Reply> {
      const { organisationId, id } = requisition;
      const tasks = await deps.stores.ratingTasks.listInState(organisationId, id, ['lead'], MOST_DECISIONS);
      const decisions = tasks.map(async (task) => {
        const { title } = await findPrompt(deps, requisition, task.itemId);
        return { task, title };
      });
      const identifying = await deps.stores.responseReports.listOpenIn(
        organisationId,
        id,
        'identifies',
        MOST_DECISIONS,
      );
      return decisionsPage(requisition, await Promise.all(decisions), identifying);
    },

    showDecision: (input: AboutTask) => showDecision(input, emptyForm),

    async decide(input: AboutTask & { body: Decide }): Promise<Reply> {
      const { actor, requisition, params, body } = input;
      const task = await findOpenTask(requisition, params.taskId);
      if (task === null) return notFound;
      const outcome = await settleTask(deps, actor, task, body);
      const back = `/requisitions/${requisition.id}/rating/decisions`;
      switch (outcome.kind) {
        case 'settled':
          void deps.relay.soon();
          return redirect(back, { kind: 'ok', text: 'Settled.' });
        case 'not-open':
        case 'changed-meanwhile':
          return redirect(back, { kind: 'warn', text: 'This response was settled meanwhile.' });
        case 'reason-missing':
          return refused(await showDecision(input, { ...problem('because', 'Say why.'), values: body }));
        case 'level-missing': {
          const problems = outcome.criteria.map((criterion) => ({
            field: `level-${criterion}`,
            message: 'Choose a level for every open criterion, or say why it cannot be rated.',
          }));
          return refused(await showDecision(input, { values: body, problems }));
        }
      }
    },

    decideAgain: (input: AboutTask & Invalid) =>
      showDecision(input, { values: input.raw, problems: input.problems }),
  };
}

interface Invalid {
  readonly raw: RawFields;
  readonly problems: readonly FieldProblem[];
}

const problem = (field: string, message: string): FormState => ({
  values: {},
  problems: [{ field, message }],
});

const refused = (reply: Reply): Reply => (reply.kind === 'page' ? { ...reply, status: 422 } : reply);

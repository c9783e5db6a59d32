import type { ItemId, RequisitionId } from '../../core/kernel/ids.ts';
import type { Actor } from '../../core/person/person.ts';
import type { Deps } from '../../deps.ts';
import { emptyForm, type FormState } from '../../http/form-state.ts';
import { notFound, redirect, type Reply } from '../../http/reply.ts';
import type { FieldProblem, RawFields } from '../../http/route.ts';
import { batchPage } from './batch-page.ts';
import { deskPage } from './desk-page.ts';
import { findPrompt } from './find-prompt.ts';
import { handBackBatch } from './hand-back-batch.ts';
import { handInBatch } from './hand-in-batch.ts';
import { listWork } from './list-work.ts';
import { loadBatch } from './load-batch.ts';
import { takeWork } from './take-work.ts';

interface AboutBatch {
  readonly actor: Actor;
  readonly params: { readonly batchId: string };
}
/** The rater's own pages but for the response itself: list and batch. */
export function raterHandlers(deps: Deps) {
  async function showBatch({ actor, params }: AboutBatch, missing: boolean, form: FormState): Promise<Reply> {
    const loaded = await loadBatch(deps, actor, params.batchId);
    if (loaded === null) return notFound;
    const { title } = await findPrompt(deps, loaded.requisition, loaded.batch.itemId);
    return batchPage(loaded, title, missing, form);
  }

  return {
    showDesk: async ({ actor }: { actor: Actor }): Promise<Reply> => deskPage(await listWork(deps, actor)),

    async takeWork(input: { actor: Actor; body: { requisitionId: string; itemId: string } }): Promise<Reply> {
      const { requisitionId, itemId } = input.body;
      const outcome = await takeWork(deps, input.actor, {
        requisitionId: requisitionId as RequisitionId,
        itemId: itemId as ItemId,
      });
      // Seeds are mixed in before anybody has seen the batch without them.
      await deps.relay.soon();
      if (outcome.kind === 'taken') return redirect(`/rating/batches/${outcome.batchId}`);
      if (outcome.kind === 'held-back') return redirect('/rating', { kind: 'warn', text: outcome.why });
      return redirect('/rating', {
        kind: 'warn',
        text: 'Other raters were faster: nothing is left of that.',
      });
    },

    showBatch: (input: AboutBatch) => showBatch(input, false, emptyForm),

    async handIn(input: AboutBatch): Promise<Reply> {
      const loaded = await loadBatch(deps, input.actor, input.params.batchId);
      if (loaded === null) return notFound;
      const outcome = await handInBatch(deps, input.actor, loaded);
      if (outcome.kind === 'not-ready') {
        const page = await showBatch(input, true, emptyForm);
        return page.kind === 'page' ? { ...page, status: 422 } : page;
      }
      void deps.relay.soon();
      return redirect(`/rating/batches/${loaded.batch.id}`);
    },

    async handBack(input: AboutBatch & { body: { because: string } }): Promise<Reply> {
      const loaded = await loadBatch(deps, input.actor, input.params.batchId);
      if (loaded === null) return notFound;
      const done = await handBackBatch(deps, input.actor, loaded, input.body.because);
      void deps.relay.soon();
      return done
        ? redirect('/rating', { kind: 'ok', text: 'Handed back. Other raters get these responses.' })
        : redirect(`/rating/batches/${loaded.batch.id}`, {
            kind: 'warn',
            text: 'These were handed in or handed back before: nothing was changed.',
          });
    },

    handBackAgain: (
      input: AboutBatch & { raw: RawFields; problems: readonly FieldProblem[] },
    ): Promise<Reply> => showBatch(input, false, { values: input.raw, problems: input.problems }),
  };
}

import type { ItemId, RequisitionId } from '../../core/kernel/ids.ts';
import type { Actor } from '../../core/person/person.ts';
import { FREE_SLOT } from '../../core/rating/free-slot.ts';
import { isComplete } from '../../core/rating/is-complete.ts';
import type { ReportKind } from '../../core/rating/response-report.ts';
import type { MaskedResponse } from '../../core/rating/masked-response.ts';
import type { Deps } from '../../deps.ts';
import type { FormState } from '../../http/form-state.ts';
import { notFound, redirect, type Reply } from '../../http/reply.ts';
import type { FieldProblem, RawFields } from '../../http/route.ts';
import { batchPage } from './batch-page.ts';
import { declareConflict } from './declare-conflict.ts';
import { deskPage } from './desk-page.ts';
import { findAnchors } from './find-anchors.ts';
import { findPrompt } from './find-prompt.ts';
import { handInBatch } from './hand-in-batch.ts';
import { listWork } from './list-work.ts';
import { loadBatch, type LoadedBatch, type SeatInBatch } from './load-batch.ts';
import { loadResponse } from './load-response.ts';
import { fieldsOfDraft, ratePage } from './rate-page.ts';
import { reportResponse } from './report-response.ts';
import type { SaveRating } from './requests.ts';
import { saveRating } from './save-rating.ts';
import { takeWork } from './take-work.ts';
import { withdrawnReply } from './withdrawn-reply.ts';

interface AboutBatch {
  readonly actor: Actor;
  readonly params: { readonly batchId: string };
}
interface AboutSeat {
  readonly actor: Actor;
  readonly params: { readonly batchId: string; readonly taskId: string };
}
interface Opened extends LoadedBatch {
  readonly place: SeatInBatch;
  readonly index: number;
  readonly response: MaskedResponse;
}

const LOST: FieldProblem = {
  field: null,
  message:
    'This response is no longer yours: it was handed in, or another rater took it after a long pause. What you typed is below; it was not saved.',
};

/** The rater's own pages: list, batch, one response at a time. */
export function raterHandlers(deps: Deps) {
  /** The response with its seat; null for everything that is not this rater's to see. */
  async function open({ actor, params }: AboutSeat): Promise<Opened | null> {
    const loaded = await loadBatch(deps, actor, params.batchId);
    const index = loaded?.seats.findIndex(({ task }) => task.id === params.taskId) ?? -1;
    const place = loaded?.seats[index];
    const response = place && (await loadResponse(deps, place.task));
    return loaded && place && response ? { ...loaded, place, index, response } : null;
  }

  /** For a form that was sent after its seat had gone to another rater, so that what was typed is not lost. */
  async function openLost({ actor, params }: AboutSeat): Promise<Opened | null> {
    const loaded = await loadBatch(deps, actor, params.batchId);
    const taskId = loaded?.batch.taskIds.find((id) => id === params.taskId);
    const task = taskId && (await deps.stores.ratingTasks.find(actor.organisationId, taskId));
    const response = task && (await loadResponse(deps, task));
    if (!loaded || !task || !response) return null;
    const place = { task, seat: { index: -1, slot: FREE_SLOT } };
    return { ...loaded, place, index: loaded.seats.length, response };
  }

  /** Why there is nothing to open: the response was erased, or it never was this rater's. */
  async function goneReply({ actor, params }: AboutSeat): Promise<Reply> {
    const loaded = await loadBatch(deps, actor, params.batchId);
    return loaded === null ? notFound : withdrawnReply(loaded, params.taskId);
  }

  async function showSeat(opened: Opened, form: FormState): Promise<Reply> {
    const { batch, requisition, seats, place, index, response } = opened;
    const { task, seat } = place;
    return ratePage({
      batchId: batch.id,
      taskId: task.id,
      title: response.title,
      simulated: requisition.simulated,
      number: index + 1,
      of: seats.length,
      ready: seats.filter((one) => isComplete(one.seat.slot.draft, one.task.criteria)).length,
      saved: seat.slot.draft !== null,
      response,
      criteria: await findAnchors(deps, requisition, task.anchorHash, batch.criteriaOrder),
      form,
    });
  }

  async function showBatch({ actor, params }: AboutBatch, missing: boolean): Promise<Reply> {
    const loaded = await loadBatch(deps, actor, params.batchId);
    if (loaded === null) return notFound;
    const { title } = await findPrompt(deps, loaded.requisition, loaded.batch.itemId);
    return batchPage(loaded, title, missing);
  }

  /** The next or the previous response; the batch itself at either end. */
  function neighbour({ batch, seats, index }: Opened, go: SaveRating['go']): string {
    const place = seats[index + (go === 'next' ? 1 : -1)];
    const at = `/rating/batches/${batch.id}`;
    return place === undefined ? at : `${at}/tasks/${place.task.id}`;
  }

  async function report(input: AboutSeat, kind: ReportKind, told: string): Promise<Reply> {
    const opened = await open(input);
    if (opened === null) return goneReply(input);
    const { batch, place } = opened;
    await reportResponse(deps, input.actor, place.task, kind);
    void deps.relay.soon();
    return redirect(`/rating/batches/${batch.id}/tasks/${place.task.id}`, { kind: 'ok', text: told });
  }

  return {
    reportIdentifying: (input: AboutSeat): Promise<Reply> =>
      report(input, 'identifies', 'Thank you. The lead decides which words to hide; you can go on rating.'),

    reportRisk: (input: AboutSeat): Promise<Reply> =>
      report(input, 'at-risk', 'Thank you. The contact for candidates is told; you can go on rating.'),

    showDesk: async ({ actor }: { actor: Actor }): Promise<Reply> => deskPage(await listWork(deps, actor)),

    async takeWork(input: { actor: Actor; body: { requisitionId: string; itemId: string } }): Promise<Reply> {
      const { requisitionId, itemId } = input.body;
      const outcome = await takeWork(deps, input.actor, {
        requisitionId: requisitionId as RequisitionId,
        itemId: itemId as ItemId,
      });
      if (outcome.kind === 'taken') return redirect(`/rating/batches/${outcome.batchId}`);
      return redirect('/rating', {
        kind: 'warn',
        text: 'Other raters were faster: nothing is left of that.',
      });
    },

    showBatch: (input: AboutBatch) => showBatch(input, false),

    async showSeat(input: AboutSeat): Promise<Reply> {
      const opened = await open(input);
      if (opened === null) return goneReply(input);
      const { batch, place, response } = opened;
      if (batch.state !== 'open') return redirect(`/rating/batches/${batch.id}`);
      return showSeat(opened, { values: fieldsOfDraft(place.seat.slot.draft, response), problems: [] });
    },

    async save(input: AboutSeat & { body: SaveRating }): Promise<Reply> {
      const opened = (await open(input)) ?? (await openLost(input));
      if (opened === null) return goneReply(input);
      const outcome = await saveRating(deps, input.actor, { ...opened, fields: input.body });
      if (outcome.kind === 'saved') return redirect(neighbour(opened, input.body.go));
      const problems = outcome.kind === 'refused' ? outcome.problems : [LOST];
      const page = await showSeat(opened, { values: input.body, problems });
      return page.kind === 'page' ? { ...page, status: outcome.kind === 'refused' ? 422 : 409 } : page;
    },

    async saveAgain(
      input: AboutSeat & { raw: RawFields; problems: readonly FieldProblem[] },
    ): Promise<Reply> {
      const opened = (await open(input)) ?? (await openLost(input));
      return opened === null
        ? goneReply(input)
        : showSeat(opened, { values: input.raw, problems: input.problems });
    },

    async declareConflict(input: AboutSeat): Promise<Reply> {
      const opened = await open(input);
      if (opened === null) return goneReply(input);
      const freed = await declareConflict(deps, input.actor, opened.place);
      void deps.relay.soon();
      return redirect(
        freed ? neighbour(opened, 'next') : `/rating/batches/${opened.batch.id}`,
        freed
          ? { kind: 'ok', text: 'Thank you. Somebody else rates that response.' }
          : { kind: 'warn', text: 'That response was handed in already.' },
      );
    },

    async handIn(input: AboutBatch): Promise<Reply> {
      const loaded = await loadBatch(deps, input.actor, input.params.batchId);
      if (loaded === null) return notFound;
      const outcome = await handInBatch(deps, input.actor, loaded);
      if (outcome.kind === 'not-ready') {
        const page = await showBatch(input, true);
        return page.kind === 'page' ? { ...page, status: 422 } : page;
      }
      void deps.relay.soon();
      return redirect(`/rating/batches/${loaded.batch.id}`);
    },
  };
}

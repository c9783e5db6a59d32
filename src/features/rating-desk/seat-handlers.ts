import type { Actor } from '../../core/person/person.ts';
import { FREE_SLOT } from '../../core/rating/free-slot.ts';
import { isBreakDue } from '../../core/rating/is-break-due.ts';
import { isComplete } from '../../core/rating/is-complete.ts';
import type { MaskedResponse } from '../../core/rating/masked-response.ts';
import type { ReportKind } from '../../core/rating/response-report.ts';
import type { Deps } from '../../deps.ts';
import type { FormState } from '../../http/form-state.ts';
import { notFound, redirect, type Reply } from '../../http/reply.ts';
import type { FieldProblem, RawFields } from '../../http/route.ts';
import { declareConflict } from './declare-conflict.ts';
import { findAnchors } from './find-anchors.ts';
import { loadBatch, type LoadedBatch, type SeatInBatch } from './load-batch.ts';
import { loadResponse, loadSeat } from './load-response.ts';
import { fieldsOfDraft, ratePage } from './rate-page.ts';
import { reportResponse } from './report-response.ts';
import type { SaveRating } from './requests.ts';
import { saveRating } from './save-rating.ts';
import { withdrawnReply } from './withdrawn-reply.ts';

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
    'This response is no longer yours: it was handed in or handed back, or another rater took it after a long pause. What you typed is below; it was not saved.',
};

/** Whom a press of a report button tells, and what the rater reads then. */
const REPORTS: Readonly<Record<'identifies' | 'risk', { readonly kind: ReportKind; readonly told: string }>> =
  {
    identifies: { kind: 'identifies', told: 'The lead decides which words to hide; you can go on rating.' },
    risk: { kind: 'at-risk', told: 'The contact for candidates is told; you can go on rating.' },
  };

const reportOf = (go: unknown) => (go === 'identifies' || go === 'risk' ? REPORTS[go] : null);

/** One response at a time: reading it, keeping what was typed, and what else a rater may notice. */
export function seatHandlers(deps: Deps) {
  /** The response with its seat; null for everything that is not this rater's to see. */
  async function open({ actor, params }: AboutSeat): Promise<Opened | null> {
    const loaded = await loadBatch(deps, actor, params.batchId);
    const index = loaded?.seats.findIndex(({ task }) => task.id === params.taskId) ?? -1;
    const place = loaded?.seats[index];
    const response = place && (await loadSeat(deps, loaded.requisition, place));
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

  async function breakDue({ batch }: Opened): Promise<boolean> {
    const { organisationId, raterId } = batch;
    const { savedAt, wentOnAt } = await deps.stores.ratingBatches.readStretch(organisationId, raterId);
    return isBreakDue(savedAt, wentOnAt, deps.clock());
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
      breakDue: await breakDue(opened),
      response,
      criteria: await findAnchors(deps, requisition, task.anchorHash, batch.criteriaOrder),
      form,
    });
  }

  /** The next or the previous response; the batch itself at either end. */
  function neighbour({ batch, seats, index }: Opened, go: SaveRating['go']): string {
    const place = seats[index + (go === 'previous' ? -1 : 1)];
    const at = `/rating/batches/${batch.id}`;
    return place === undefined ? at : `${at}/tasks/${place.task.id}`;
  }

  /** A report counts whatever becomes of the levels beside it. Says what the rater should know of it. */
  async function report({ actor }: AboutSeat, { place }: Opened, go: unknown): Promise<string | null> {
    const asked = reportOf(go);
    if (asked === null) return null;
    // Nobody wrote a seed, so nobody has to know; the rater is thanked all the same.
    if (place.seed === undefined) await reportResponse(deps, actor, place.task, asked.kind);
    void deps.relay.soon();
    return `Thank you. ${asked.told}`;
  }

  async function passOn({ actor }: AboutSeat, opened: Opened): Promise<Reply> {
    const { organisationId, requisitionId, applicantId } = opened.place.task;
    const about = { organisationId, requisitionId, applicantId, raterId: actor.personId };
    const freed = opened.place.seat.slot.state === 'held';
    if (opened.place.seed === undefined) await declareConflict(deps, actor, about);
    else await deps.stores.ratingBatches.dropSeed(opened.batch, opened.place.seed);
    void deps.relay.soon();
    return redirect(
      freed ? neighbour(opened, 'next') : `/rating/batches/${opened.batch.id}`,
      freed
        ? { kind: 'ok', text: 'Thank you. Somebody else rates that response.' }
        : {
            kind: 'warn',
            text: 'Thank you. That response was handed in already; you get nothing more of this person.',
          },
    );
  }

  async function afterSaving(opened: Opened, go: SaveRating['go'], told: string | null): Promise<Reply> {
    const { batch, place } = opened;
    const here = `/rating/batches/${batch.id}/tasks/${place.task.id}`;
    if (told !== null) return redirect(here, { kind: 'ok', text: told });
    if (go === 'rest')
      return redirect('/rating', { kind: 'ok', text: 'Saved. Go on whenever you have rested.' });
    if (go !== 'go-on') return redirect(neighbour(opened, go));
    await deps.stores.ratingBatches.noteWentOn(batch, deps.clock());
    return redirect(here);
  }

  return {
    async showSeat(input: AboutSeat): Promise<Reply> {
      const opened = await open(input);
      if (opened === null) return goneReply(input);
      const { batch, place, response } = opened;
      if (batch.state !== 'open') return redirect(`/rating/batches/${batch.id}`);
      return showSeat(opened, { values: fieldsOfDraft(place.seat.slot.draft, response), problems: [] });
    },

    async save(input: AboutSeat & { body: SaveRating }): Promise<Reply> {
      const { go } = input.body;
      const opened = (await open(input)) ?? (await openLost(input));
      if (opened === null) return goneReply(input);
      if (go === 'conflict') return passOn(input, opened);
      const told = await report(input, opened, go);
      const outcome = await saveRating(deps, input.actor, { ...opened, fields: input.body });
      if (outcome.kind === 'saved') return afterSaving(opened, go, told);
      const problems = outcome.kind === 'refused' ? outcome.problems : [LOST];
      const page = await showSeat(opened, {
        values: input.body,
        problems: [...reported(told), ...problems],
      });
      return page.kind === 'page' ? { ...page, status: outcome.kind === 'refused' ? 422 : 409 } : page;
    },

    async saveAgain(
      input: AboutSeat & { raw: RawFields; problems: readonly FieldProblem[] },
    ): Promise<Reply> {
      const { raw, problems } = input;
      const opened = (await open(input)) ?? (await openLost(input));
      if (opened === null) return goneReply(input);
      if (raw['go'] === 'conflict') return passOn(input, opened);
      const told = await report(input, opened, raw['go']);
      return showSeat(opened, { values: raw, problems: [...reported(told), ...problems] });
    },
  };
}

/** Said above what keeps the levels from being saved, so that nobody reports twice. */
const reported = (told: string | null): readonly FieldProblem[] =>
  told === null ? [] : [{ field: null, message: `${told} Your levels are not saved yet:` }];

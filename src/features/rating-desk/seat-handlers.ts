import type { Actor } from '../../core/person/person.ts';
import { isBreakDue } from '../../core/rating/is-break-due.ts';
import { isComplete } from '../../core/rating/is-complete.ts';
import type { MaskedResponse } from '../../core/rating/masked-response.ts';
import type { RatingBatch } from '../../core/rating/rating-batch.ts';
import type { RatingTask } from '../../core/rating/rating-task.ts';
import type { ReportKind } from '../../core/rating/response-report.ts';
import { seatOf } from '../../core/rating/seat-of.ts';
import type { Deps } from '../../deps.ts';
import { textOf, type FormState } from '../../http/form-state.ts';
import { notFound, redirect, type Reply } from '../../http/reply.ts';
import type { FieldProblem, RawFields } from '../../http/route.ts';
import { declareConflict } from './declare-conflict.ts';
import { findAnchors } from './find-anchors.ts';
import { findPrompt } from './find-prompt.ts';
import { loadBatch, type LoadedBatch, type SeatInBatch } from './load-batch.ts';
import { loadSeat } from './load-response.ts';
import { lostPage, lostReply } from './lost-page.ts';
import { fieldsOfDraft, ratePage } from './rate-page.ts';
import { reportResponse } from './report-response.ts';
import type { SaveRating } from './requests.ts';
import { saveRating } from './save-rating.ts';
import { whyLost } from './why-lost.ts';
import { withdrawnReply } from './withdrawn-reply.ts';

interface AboutSeat {
  readonly actor: Actor;
  readonly params: { readonly batchId: string; readonly taskId: string };
}
/** A response whose rater knows who wrote it; `freed` is where they go on if they held it, else null. */
interface PassedOn {
  readonly batch: RatingBatch;
  readonly place: Pick<SeatInBatch, 'task' | 'seed'>;
  readonly freed: string | null;
}
interface Opened extends LoadedBatch {
  readonly place: SeatInBatch;
  readonly index: number;
  readonly response: MaskedResponse;
}

/** A response of this rater's batch whose seat is not theirs any more. */
interface Lost {
  readonly loaded: LoadedBatch;
  readonly task: RatingTask;
}

const OVERTAKEN: FieldProblem = {
  field: null,
  message: 'Not saved: something else was saved for this response in another window. Both are shown here.',
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

  /** For a form or a look that comes after the seat went to another rater. */
  async function findLost({ actor, params }: AboutSeat): Promise<Lost | null> {
    const loaded = await loadBatch(deps, actor, params.batchId);
    const taskId = loaded?.batch.taskIds.find((id) => id === params.taskId);
    const task = taskId && (await deps.stores.ratingTasks.find(actor.organisationId, taskId));
    return loaded && task && seatOf(task, actor.personId) === null ? { loaded, task } : null;
  }

  /** Why there is nothing to open: the response was withdrawn, went to somebody else, or never was this rater's. */
  async function goneReply({ actor, params }: AboutSeat): Promise<Reply> {
    const lost = await findLost({ actor, params });
    if (lost !== null)
      return lostReply(lost.loaded.batch.id, await whyLost(deps, lost.loaded.batch, lost.task));
    const loaded = await loadBatch(deps, actor, params.batchId);
    return loaded === null ? notFound : withdrawnReply(loaded, params.taskId);
  }

  /** What was typed stays in sight where it can no longer be saved. */
  async function showLost({ loaded, task }: Lost, values: RawFields, told: string | null): Promise<Reply> {
    const { batch, requisition } = loaded;
    return lostPage({
      batchId: batch.id,
      title: (await findPrompt(deps, requisition, batch.itemId)).title,
      simulated: requisition.simulated,
      why: await whyLost(deps, batch, task),
      told,
      criteria: await findAnchors(deps, requisition, task.anchorHash, batch.criteriaOrder),
      values,
    });
  }

  /** A press that comes after the seat was lost: a report and a declaration still count. */
  async function afterLosing(input: AboutSeat, values: RawFields): Promise<Reply> {
    const lost = await findLost(input);
    if (lost === null) return goneReply(input);
    const { loaded, task } = lost;
    const { go } = values;
    if (go === 'conflict') return passOn(input, { batch: loaded.batch, place: { task }, freed: null });
    return showLost(lost, values, await report(input, { task }, go));
  }

  async function breakDue({ batch }: Opened): Promise<boolean> {
    const { organisationId, raterId } = batch;
    const { savedAt, wentOnAt } = await deps.stores.ratingBatches.readStretch(organisationId, raterId);
    return isBreakDue(savedAt, wentOnAt, deps.clock());
  }

  async function showSeat(
    opened: Opened,
    form: FormState,
    elsewhere: RawFields | null = null,
  ): Promise<Reply> {
    const { batch, requisition, seats, place, index, response } = opened;
    const { task, seat } = place;
    const now = String(seat.slot.draftNumber ?? 0);
    return ratePage({
      batchId: batch.id,
      taskId: task.id,
      title: response.title,
      simulated: requisition.simulated,
      number: index + 1,
      of: seats.length,
      ready: seats.filter((one) => isComplete(one.seat.slot.draft, one.task.criteria)).length,
      saved: seat.slot.draft !== null,
      draft: elsewhere === null ? textOf(form, 'draft') || now : now,
      elsewhere,
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
  async function report(
    { actor }: AboutSeat,
    { task, seed }: Pick<SeatInBatch, 'task' | 'seed'>,
    go: unknown,
  ): Promise<string | null> {
    const asked = reportOf(go);
    if (asked === null) return null;
    // Nobody wrote a seed, so nobody has to know; the rater is thanked all the same.
    if (seed === undefined) await reportResponse(deps, actor, task, asked.kind);
    void deps.relay.soon();
    return `Thank you. ${asked.told}`;
  }

  async function passOn({ actor }: AboutSeat, { batch, place, freed }: PassedOn): Promise<Reply> {
    const { organisationId, requisitionId, applicantId } = place.task;
    const about = { organisationId, requisitionId, applicantId, raterId: actor.personId };
    if (place.seed === undefined) await declareConflict(deps, actor, about);
    else await deps.stores.ratingBatches.dropSeed(batch, place.seed);
    void deps.relay.soon();
    if (freed !== null)
      return redirect(freed, { kind: 'ok', text: 'Thank you. Somebody else rates that response.' });
    const known =
      batch.state === 'handed-in'
        ? 'That response was handed in already'
        : 'Somebody else has that response already';
    const text = `Thank you. ${known}; you get nothing more of this person.`;
    return redirect(`/rating/batches/${batch.id}`, { kind: 'warn', text });
  }

  const passOnHeld = (input: AboutSeat, opened: Opened): Promise<Reply> => {
    const held = opened.place.seat.slot.state === 'held' && opened.batch.state === 'open';
    return passOn(input, { ...opened, freed: held ? neighbour(opened, 'next') : null });
  };

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
      const { actor, body } = input;
      const opened = await open(input);
      if (opened === null) return afterLosing(input, body);
      if (body.go === 'conflict') return passOnHeld(input, opened);
      const told = await report(input, opened.place, body.go);
      const outcome = await saveRating(deps, actor, { ...opened, fields: body });
      const shown = (problems: readonly FieldProblem[]): FormState => ({
        values: body,
        problems: [...reported(told), ...problems],
      });
      switch (outcome.kind) {
        case 'saved':
          return afterSaving(opened, body.go, told);
        case 'refused':
          return withStatus(422, await showSeat(opened, shown(outcome.problems)));
        case 'overtaken': {
          const elsewhere = fieldsOfDraft(outcome.saved, opened.response);
          return withStatus(
            409,
            await showSeat((await open(input)) ?? opened, shown([OVERTAKEN]), elsewhere),
          );
        }
        case 'seat-lost': {
          const loaded = (await loadBatch(deps, actor, opened.batch.id)) ?? opened;
          return showLost({ loaded, task: opened.place.task }, body, told);
        }
      }
    },

    async saveAgain(
      input: AboutSeat & { raw: RawFields; problems: readonly FieldProblem[] },
    ): Promise<Reply> {
      const { raw, problems } = input;
      const opened = await open(input);
      if (opened === null) return afterLosing(input, raw);
      if (raw['go'] === 'conflict') return passOnHeld(input, opened);
      const told = await report(input, opened.place, raw['go']);
      return showSeat(opened, { values: raw, problems: [...reported(told), ...problems] });
    },
  };
}

const withStatus = (status: number, reply: Reply): Reply =>
  reply.kind === 'page' ? { ...reply, status } : reply;

/** Said above what keeps the levels from being saved, so that nobody reports twice. */
const reported = (told: string | null): readonly FieldProblem[] =>
  told === null ? [] : [{ field: null, message: `${told} Your levels are not saved yet:` }];

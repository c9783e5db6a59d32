import type { RatingBatch } from '../../core/rating/rating-batch.ts';
import type { Deps } from '../../deps.ts';
import { systemEvent } from '../../ops/new-event.ts';

const AT_ONCE = 200;

/**
 * Tells, once a batch, that it should be handed in within a day; the outbox turns that into mail. Without a mail server
 * nothing is told, so that whoever sets one up in time still reaches people. Returns how many batches it told of.
 */
export async function remindRaters(
  deps: Pick<Deps, 'clock' | 'mailer' | 'relay' | 'stores'>,
): Promise<number> {
  if (deps.mailer === null) return 0;
  const now = deps.clock();
  let told = 0;
  for (const batch of await deps.stores.ratingBatches.listReminderDue(now, AT_ONCE)) {
    // A day that passed while there was no server is nothing to be reminded of.
    const over = batch.dueAt === null || batch.dueAt <= now;
    const events = over ? [] : [dueSoon(batch, batch.dueAt, now)];
    if (await deps.stores.ratingBatches.noteReminded(batch, events)) told += events.length;
  }
  if (told > 0) void deps.relay.soon();
  return told;
}

function dueSoon({ organisationId, requisitionId, id, raterId }: RatingBatch, dueAt: Date, at: Date) {
  const dueOn = dueAt.toISOString().slice(0, 10);
  const facts = { requisitionId, batchId: id, raterId, dueOn };
  return systemEvent({ type: 'rating-batch-due-soon', at, organisationId, facts });
}

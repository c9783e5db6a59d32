import type { Attempt, StoredResponse } from '../../core/attempt/attempt.ts';
import type { Item } from '../../core/item/item.ts';
import type { Plain } from '../../core/kernel/canonical-form.ts';
import type { Reply } from '../../http/reply.ts';
import { REFUSAL_WORDS } from './refusal-words.ts';
import type { SaveOutcome } from './save-response.ts';

/** Facts for script and beacons. A refusal is never a success: the text is safe here, and the page says what happened. */
export function answerScript(outcome: SaveOutcome, item: Item, seen: Attempt, now: Date): Reply {
  const attempt = outcome.kind === 'invalid' ? seen : outcome.attempt;
  const facts = factsOf(attempt, item, now);
  switch (outcome.kind) {
    case 'stored':
      return json(200, { ...facts, ...receiptOf(outcome.stored) });
    case 'stale':
      return json(200, { ...facts, ...receiptOf(outcome.stored), stale: true });
    case 'overtaken':
      return json(409, { ...facts, ...receiptOf(outcome.stored), error: 'superseded' });
    case 'refused': {
      const gone = outcome.reason === 'closed' || outcome.reason === 'late';
      return json(gone ? 410 : 409, { ...facts, error: outcome.reason });
    }
    case 'over-quota':
      return json(429, { ...facts, error: 'over-quota' });
    case 'invalid':
      return json(outcome.reason === 'too-long' ? 413 : 422, {
        ...facts,
        error: outcome.reason,
        words: `Not saved. ${REFUSAL_WORDS[outcome.reason]}`,
      });
  }
}

const json = (status: number, body: Plain): Reply => ({ kind: 'json', status, body });

function receiptOf({ seq, hash, savedAt }: StoredResponse) {
  return { storedSeq: seq, hash, savedAt: savedAt.toISOString() };
}

function factsOf(attempt: Attempt, item: Item, now: Date) {
  return {
    storedSeq: attempt.responses[item.id]?.seq ?? 0,
    epoch: attempt.epoch,
    serverNow: now.getTime(),
    deadlineMs: deadlineOf(attempt),
  };
}

/** The deadline of the part that runs; null where none does or nothing limits it. */
export function deadlineOf(attempt: Attempt): number | null {
  const running = Object.values(attempt.parts).find((part) => part.state === 'running');
  return running?.deadlineMs ?? null;
}

import { createAttemptClocks } from './attempt-clocks.ts';
import { createAttemptCredits } from './attempt-credits.ts';
import { createAttemptModel } from './attempt-model.ts';
import { createAttemptReads } from './attempt-reads.ts';
import { createAttemptSaves } from './attempt-saves.ts';
import type { Connection } from './connection.ts';
import { relaySource } from './outbox.ts';

/** Attempts: one document each, every use case one conditional update of it. */
export function createAttemptStore(connection: Connection) {
  const model = createAttemptModel(connection);
  return {
    relaySource: relaySource('attempts', model.attempts as never),
    ...createAttemptReads(model),
    ...createAttemptSaves(model),
    ...createAttemptClocks(model),
    ...createAttemptCredits(model),
  };
}

export type AttemptStore = ReturnType<typeof createAttemptStore>;

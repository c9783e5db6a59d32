import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { AttemptId, ItemId } from '../../src/core/kernel/ids.ts';
import { newId } from '../../src/ops/secrets.ts';
import type { Connection } from '../../src/store/connection.ts';
import { createQuarantineStore, type QuarantineStore } from '../../src/store/quarantine-store.ts';
import { anAttempt, BEGAN } from '../core/attempt/an-attempt.ts';
import { testConnection } from '../support/test-app.ts';

let connection: Connection;
let store: QuarantineStore;
beforeAll(async () => {
  connection = await testConnection();
  store = createQuarantineStore(connection);
});
afterAll(async () => {
  await connection.dropDatabase();
  await connection.close();
});

const refused = {
  itemId: 'w01' as ItemId,
  epoch: 1,
  seq: 4,
  hash: 'hash',
  value: { kind: 'written-response' as const, a: 'Too late.', b: '' },
  bytes: 60,
  reason: 'late' as const,
  recvAt: BEGAN,
};

describe('responses kept aside', () => {
  it('come back word for word with the reason', async () => {
    const attempt = anAttempt({ id: newId<AttemptId>() });
    await store.keep(attempt, refused);
    expect(await store.list(attempt)).toEqual([refused]);
    expect(await store.isKept(attempt, refused)).toBe(true);
    expect(await store.isKept(attempt, { ...refused, hash: 'other' })).toBe(false);
  });

  it('are kept once however often they are sent, and each different text is kept', async () => {
    const attempt = anAttempt({ id: newId<AttemptId>() });
    for (const response of [refused, refused, { ...refused, hash: 'other', bytes: 40 }]) {
      await store.keep(attempt, response);
    }
    expect(await store.measureUse(attempt)).toEqual({ entries: 2, bytes: 100 });
  });

  it('count for their own attempt only', async () => {
    await store.keep(anAttempt({ id: newId<AttemptId>() }), refused);
    expect(await store.measureUse(anAttempt({ id: newId<AttemptId>() }))).toEqual({ entries: 0, bytes: 0 });
  });
});

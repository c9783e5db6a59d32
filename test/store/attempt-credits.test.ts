import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Attempt } from '../../src/core/attempt/attempt.ts';
import { beginAttempt } from '../../src/core/attempt/begin-attempt.ts';
import type { ApplicantId, AttemptId } from '../../src/core/kernel/ids.ts';
import { newId } from '../../src/ops/secrets.ts';
import { createAttemptStore, type AttemptStore } from '../../src/store/attempt-store.ts';
import type { Connection } from '../../src/store/connection.ts';
import { buildIndexes } from '../../src/store/indexes.ts';
import { aBeginning, BEGAN, MINUTE } from '../core/attempt/an-attempt.ts';
import { JUDGMENT, WRITING } from '../core/form/a-form.ts';
import { testConnection } from '../support/test-app.ts';

const DEADLINE = BEGAN.getTime() + 30 * MINUTE;
const credit = { id: 'credit-1', ms: 10 * MINUTE };

let connection: Connection;
let store: AttemptStore;
beforeAll(async () => {
  connection = await testConnection();
  store = createAttemptStore(connection);
  await buildIndexes(connection);
});
afterAll(async () => {
  await connection.dropDatabase();
  await connection.close();
});

async function running(deadlineMs: number | null = DEADLINE): Promise<Attempt> {
  const id = newId<AttemptId>();
  const attempt = beginAttempt(aBeginning({ id, applicantId: newId<ApplicantId>() }));
  await store.insert(attempt, []);
  const started = await store.startPart(attempt, JUDGMENT, { startedAt: BEGAN, deadlineMs }, []);
  if (started === null) throw new Error('the part did not start');
  return started;
}

const closing = { closedAtMs: DEADLINE, closedBy: 'time', finishes: false } as const;
const isDue = async (attempt: Attempt, atMs: number): Promise<boolean> =>
  (await store.listOverdue(atMs, 1000)).some(({ id }) => id === attempt.id);

describe('credits in the store', () => {
  it('count once when they are clicked twice at the same moment', async () => {
    const attempt = await running();
    const tries = await Promise.all([1, 2, 3].map(() => store.creditRunning(attempt, JUDGMENT, credit)));
    expect(tries.filter((one) => one !== null)).toHaveLength(1);
    const { parts, endsBy } = await store.reread(attempt);
    expect(parts[JUDGMENT]).toMatchObject({ deadlineMs: DEADLINE + credit.ms, credits: [credit] });
    expect(endsBy.getTime()).toBe(attempt.endsBy.getTime() + credit.ms);
    expect(await isDue(attempt, DEADLINE + credit.ms + MINUTE)).toBe(false);
    expect(await isDue(attempt, DEADLINE + credit.ms + MINUTE + 1)).toBe(true);
  });

  it('and a closing by the clock do not both win', async () => {
    const attempt = await running();
    const [credited, closed] = await Promise.all([
      store.creditRunning(attempt, JUDGMENT, credit),
      store.closePart(attempt, JUDGMENT, closing, null, []),
    ]);
    expect([credited, closed].filter((one) => one !== null)).toHaveLength(1);
  });

  it('have nothing to move where the part has no limit', async () => {
    expect(await store.creditRunning(await running(null), JUDGMENT, credit)).toBeNull();
  });

  it('of a part that waits leave the running part to its own deadline', async () => {
    const attempt = await running();
    const credited = await store.creditWaiting(attempt, WRITING, credit);
    expect(credited?.parts[WRITING]).toMatchObject({ state: 'waiting', creditMs: credit.ms });
    expect(await isDue(attempt, DEADLINE + MINUTE + 1)).toBe(true);
    expect(await store.creditWaiting(attempt, WRITING, { ...credit, id: 'other' })).toBeNull();
  });

  it('open a finished attempt again, which then runs and is closed like any other', async () => {
    const attempt = await running();
    const ended = await store.closePart(attempt, JUDGMENT, closing, null, []);
    if (ended === null) throw new Error('not closed');
    const until = { deadlineMs: DEADLINE + 60 * MINUTE, endsByMs: attempt.endsBy.getTime() + credit.ms };
    const again = await Promise.all([1, 2].map(() => store.reopenPart(ended, JUDGMENT, credit, until, [])));
    expect(again.filter((one) => one !== null)).toHaveLength(1);
    const open = await store.reread(attempt);
    expect(open).toMatchObject({ state: 'open', receipt: null, finishedAt: null });
    expect(open.parts[JUDGMENT]).toMatchObject({
      state: 'running',
      deadlineMs: until.deadlineMs,
      closedBy: null,
      credits: [credit],
    });
    expect(await isDue(attempt, until.deadlineMs + MINUTE + 1)).toBe(true);
  });
});

import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Attempt, StoredResponse } from '../../src/core/attempt/attempt.ts';
import { beginAttempt } from '../../src/core/attempt/begin-attempt.ts';
import type { ApplicantId, AttemptId, EventId, ItemId } from '../../src/core/kernel/ids.ts';
import { newId } from '../../src/ops/secrets.ts';
import { createAttemptStore, type AttemptStore } from '../../src/store/attempt-store.ts';
import type { Connection } from '../../src/store/connection.ts';
import { buildIndexes } from '../../src/store/indexes.ts';
import { aBeginning, BEGAN, MINUTE } from '../core/attempt/an-attempt.ts';
import { JUDGMENT, WRITING } from '../core/form/a-form.ts';
import { testConnection } from '../support/test-app.ts';

const ITEM = 'j01' as ItemId;
const T0 = BEGAN.getTime();
const DEADLINE = T0 + 30 * MINUTE;

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

async function begun(): Promise<Attempt> {
  const id = newId<AttemptId>();
  const attempt = beginAttempt(aBeginning({ id, applicantId: newId<ApplicantId>() }));
  expect(await store.insert(attempt, [])).toBe('inserted');
  return attempt;
}

async function running(deadlineMs: number | null = DEADLINE): Promise<Attempt> {
  const started = await store.startPart(await begun(), JUDGMENT, { startedAt: BEGAN, deadlineMs }, []);
  if (started === null) throw new Error('the part did not start');
  return started;
}

const response = (given: Partial<StoredResponse> = {}): StoredResponse => ({
  epoch: 1,
  seq: 1,
  value: { kind: 'rate-options', ratings: {} },
  hash: 'hash',
  savedAt: new Date(T0 + MINUTE),
  lateByMs: 0,
  ...given,
});
const save = (attempt: Attempt, given: Partial<StoredResponse> = {}, remind = false) =>
  store.saveResponse(attempt, { itemId: ITEM, sectionId: JUDGMENT, response: response(given), remind });
const anEvent = (attempt: Attempt, type: string) => ({
  id: newId<EventId>(),
  type,
  at: BEGAN,
  organisationId: attempt.organisationId,
  actor: { kind: 'candidate' as const },
  facts: {},
});

describe('an attempt in the store', () => {
  it('comes back as it was inserted', async () => {
    const attempt = await begun();
    expect(await store.find(attempt.organisationId, attempt.requisitionId, attempt.id)).toEqual(attempt);
    expect(
      await store.findByApplicant(attempt.organisationId, attempt.requisitionId, attempt.applicantId),
    ).toEqual(attempt);
    expect(await store.findBound(attempt.id, 'binding-1')).toEqual(attempt);
  });

  it('has been begun on a device that only figures ask for: nobody who reads the attempt is told', async () => {
    const insert = async (deviceClass: 'tablet' | null) => {
      const attempt = beginAttempt(aBeginning({ id: newId<AttemptId>(), applicantId: newId<ApplicantId>() }));
      await store.insert(attempt, [], deviceClass);
      return attempt;
    };
    const [tablet, unknown, old] = [await insert('tablet'), await insert(null), await insert('tablet')];
    await connection.collection('attempts').updateOne({ _id: old.id }, { $unset: { deviceClass: 1 } });
    const ids = [tablet.id, unknown.id, old.id];
    const { organisationId, requisitionId } = tablet;
    expect([...(await store.listDevices(organisationId, requisitionId, ids))]).toEqual([
      [tablet.id, 'tablet'],
    ]);
    expect((await store.listDevices(organisationId, 'other' as never, ids)).size).toBe(0);
    for (const attempt of [tablet, old]) {
      expect(await store.find(organisationId, requisitionId, attempt.id)).toEqual(attempt);
      expect(await store.claim(attempt, null)).not.toHaveProperty('deviceClass');
    }
  });

  it('is absent for another organisation, another requisition and an unbound device', async () => {
    const { id, organisationId, requisitionId } = await begun();
    expect(await store.find('other' as never, requisitionId, id)).toBeNull();
    expect(await store.find(organisationId, 'other' as never, id)).toBeNull();
    expect(await store.findBound(id, 'binding-2')).toBeNull();
  });

  it('exists once for an applicant, however many begin at the same moment', async () => {
    const applicantId = newId<ApplicantId>();
    const all = Array.from({ length: 10 }, () =>
      store.insert(beginAttempt(aBeginning({ id: newId<AttemptId>(), applicantId })), []),
    );
    const outcomes = await Promise.all(all);
    expect(outcomes.filter((outcome) => outcome === 'inserted')).toHaveLength(1);
    expect(outcomes.filter((outcome) => outcome === 'begun-before')).toHaveLength(9);
  });

  it('gives every claim its own epoch and remembers the device', async () => {
    const attempt = await begun();
    const claims = await Promise.all([1, 2, 3].map((n) => store.claim(attempt, `device-${n}`)));
    expect(claims.map(({ epoch }) => epoch).sort()).toEqual([2, 3, 4]);
    expect((await store.reread(attempt)).bindings).toEqual(
      expect.arrayContaining(['binding-1', 'device-1', 'device-2', 'device-3']),
    );
    for (let n = 0; n < 30; n += 1) await store.claim(attempt, `more-${n}`);
    expect((await store.reread(attempt)).bindings).toHaveLength(20);
  });
});

describe('saving a response', () => {
  it('stores it with its reminder and takes the reminder back', async () => {
    const attempt = await running();
    expect((await save(attempt, {}, true))?.responses[ITEM]).toEqual(response());
    expect((await store.reread(attempt)).reminders).toEqual([ITEM]);
    expect((await save(attempt, { seq: 2 }))?.reminders).toEqual([]);
  });

  it('never goes back: lower and equal numbers match nothing', async () => {
    const attempt = await running();
    await save(attempt, { seq: 5, hash: 'five' });
    expect(await save(attempt, { seq: 4, hash: 'four' })).toBeNull();
    expect(await save(attempt, { seq: 5, hash: 'other' })).toBeNull();
    expect((await store.reread(attempt)).responses[ITEM]).toMatchObject({ seq: 5, hash: 'five' });
  });

  it('is for the current writer only', async () => {
    const attempt = await running();
    await store.claim(attempt, null);
    expect(await save(attempt, { seq: 9 })).toBeNull();
    expect(await save(attempt, { seq: 9, epoch: 2 })).not.toBeNull();
  });

  it.each([
    [0, true],
    [10_000, true],
    [10_001, false],
  ])('%i ms after the deadline: stored %p', async (after, stored) => {
    const attempt = await running();
    const saved = await save(attempt, { savedAt: new Date(DEADLINE + after) });
    expect(saved !== null).toBe(stored);
  });

  it('without a limit ends with the attempt', async () => {
    const attempt = await running(null);
    const end = attempt.endsBy.getTime();
    expect(await save(attempt, { savedAt: new Date(end + 10_000) })).not.toBeNull();
    expect(await save(attempt, { seq: 2, savedAt: new Date(end + 10_001) })).toBeNull();
  });

  it('needs its part to run', async () => {
    expect(await save(await begun())).toBeNull();
    const attempt = await running();
    const closing = { closedAtMs: T0 + MINUTE, closedBy: 'hand-in' as const, finishes: false };
    await store.closePart(attempt, JUDGMENT, closing, null, []);
    expect(await save(attempt)).toBeNull();
  });

  it('keeps the highest number of any order of 40 saves at once', async () => {
    const attempt = await running();
    const seqs = Array.from({ length: 40 }, (_, index) => ((index * 17) % 40) + 1);
    await Promise.all(seqs.map((seq) => save(attempt, { seq, hash: `hash-${seq}` })));
    expect((await store.reread(attempt)).responses[ITEM]).toMatchObject({ seq: 40, hash: 'hash-40' });
  });
});

describe('closing a part', () => {
  it('insists on what it has read, so that no receipt misses a save', async () => {
    const attempt = await running();
    await save(attempt);
    const closing = { closedAtMs: T0 + MINUTE, closedBy: 'hand-in' as const, finishes: false };
    expect(await store.closePart(attempt, JUDGMENT, closing, null, [])).toBeNull();
    const closed = await store.closePart(await store.reread(attempt), JUDGMENT, closing, null, []);
    expect(closed?.parts[JUDGMENT]).toMatchObject({ state: 'closed', closedBy: 'hand-in' });
  });

  it('leaves events for the relay and nothing else does', async () => {
    const attempt = await running();
    await save(attempt);
    await store.claim(attempt, null);
    const waiting = async () =>
      (await store.relaySource.findWaiting(100)).filter(({ id }) => id === attempt.id);
    expect(await waiting()).toEqual([]);
    const closing = { closedAtMs: T0 + MINUTE, closedBy: 'hand-in' as const, finishes: false };
    await store.closePart(await store.reread(attempt), JUDGMENT, closing, null, [
      anEvent(attempt, 'part-handed-in'),
    ]);
    const [told] = await waiting();
    expect(told?.events.map(({ type }) => type)).toEqual(['part-handed-in']);
    await store.relaySource.markRelayed(attempt.id, told?.events.map(({ id }) => id) ?? []);
    expect(await waiting()).toEqual([]);
  });
});

describe('the clock', () => {
  it('finds a running part a minute after its deadline and a resting attempt a minute after its end', async () => {
    const attempt = await running();
    const due = async (nowMs: number) =>
      (await store.listOverdue(nowMs, 1000)).some(({ id }) => id === attempt.id);
    expect(await due(DEADLINE + MINUTE)).toBe(false);
    expect(await due(DEADLINE + MINUTE + 1)).toBe(true);
    const closing = { closedAtMs: DEADLINE, closedBy: 'time' as const, finishes: false };
    await store.closePart(attempt, JUDGMENT, closing, null, []);
    expect(await due(DEADLINE + MINUTE + 1)).toBe(false);
    expect(await due(attempt.endsBy.getTime() + MINUTE + 1)).toBe(true);
    const receipt = { code: 'C', at: BEGAN, count: 0, hash: '', items: {} };
    const ended = await store.end(
      await store.reread(attempt),
      { state: 'expired', finishedAt: attempt.endsBy, receipt },
      [],
    );
    expect(ended).toMatchObject({ state: 'expired', receipt });
    expect(await due(attempt.endsBy.getTime() * 2)).toBe(false);
  });

  it('moves deadline, end and due time by a credit once, whoever repeats the beat', async () => {
    const attempt = await running();
    const first = { atMs: T0, epoch: 1, sectionId: JUDGMENT };
    const seen = await store.beat(attempt, first, null);
    if (seen === null) throw new Error('the beat was not taken');
    const credit = { id: `gap:${T0}`, ms: 2 * MINUTE };
    const next = { ...first, atMs: T0 + 2 * MINUTE };
    const beats = await Promise.all([1, 2, 3].map(() => store.beat(seen, next, credit)));
    expect(beats.filter((beat) => beat !== null)).toHaveLength(1);
    const credited = await store.reread(attempt);
    expect(credited.parts[JUDGMENT]).toMatchObject({ deadlineMs: DEADLINE + 2 * MINUTE, credits: [credit] });
    expect(credited.endsBy.getTime()).toBe(attempt.endsBy.getTime() + 2 * MINUTE);
    expect((await store.listOverdue(DEADLINE + 2 * MINUTE, 1000)).map(({ id }) => id)).not.toContain(
      attempt.id,
    );
  });

  it('takes no beat of another writer or of a part that waits', async () => {
    const attempt = await running();
    expect(await store.beat(attempt, { atMs: T0, epoch: 2, sectionId: JUDGMENT }, null)).toBeNull();
    expect(await store.beat(attempt, { atMs: T0, epoch: 1, sectionId: WRITING }, null)).toBeNull();
  });

  it('keeps the chosen time of an attempt that nobody changed meanwhile', async () => {
    const attempt = await begun();
    expect(await store.chooseTime(attempt, 'plus-50')).toMatchObject({ timeChoice: 'plus-50' });
    expect(await store.chooseTime(attempt, 'usual')).toBeNull();
  });
});

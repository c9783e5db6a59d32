import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { CommitQueue } from '../../../src/embedded-mongo/storage/commit-queue.ts';
import { hasRoom } from '../../../src/embedded-mongo/storage/has-room.ts';
import { firstBatch, openTestStore, type TestStore } from '../support/test-store.ts';

let opened: TestStore;
beforeAll(() => {
  opened = openTestStore();
});
afterAll(() => opened.close());

describe('A disk without space', () => {
  it('refuses every write with the code of MongoDB, does none of them, and leaves reading alone', async () => {
    await opened.run({ insert: 'things', documents: [{ _id: 1 }] });
    const { store } = opened;
    let full = true;
    const queue = new CommitQueue({ ...store.storage, hasRoom: () => !full }, () => {
      store.catalog.forget();
    });
    let done = 0;
    const write = () => queue.run(() => (done += 1));
    const refused = await Promise.allSettled([write(), write()]);
    expect(refused.map((one) => (one.status === 'rejected' ? (one.reason as unknown) : null))).toEqual([
      expect.objectContaining({ code: 14031 }),
      expect.objectContaining({ code: 14031 }),
    ]);
    expect(done).toBe(0);
    expect(firstBatch(await opened.run({ find: 'things' }))).toEqual([{ _id: 1 }]);
    full = false;
    expect(await write()).toBe(1);
  });

  it('is told from one with space', () => {
    expect(hasRoom(opened.path)).toBe(true);
    expect(hasRoom('/proc')).toBe(true);
  });
});

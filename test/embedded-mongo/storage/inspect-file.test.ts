import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { randomBytes } from 'node:crypto';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { inspectFile } from '../../../src/embedded-mongo/storage/inspect-file.ts';
import { openStore } from '../../../src/embedded-mongo/store.ts';
import { verifyStore } from '../../../src/embedded-mongo/verify.ts';
import { openTestStore } from '../support/test-store.ts';

const PAGE = 4096;
const TWO_HEADS = [0, PAGE];
const work = mkdtempSync(join(tmpdir(), 'inspect-file-'));
let whole: Buffer;

/** Documents on pages of their own and in leaves, and free pages at the end of the file. */
beforeAll(async () => {
  const { run, path, close } = openTestStore();
  const documents = (from: number) =>
    Array.from({ length: 60 }, (_one, n) => ({ _id: from + n, text: 'x'.repeat(n % 4 ? 200 : 9000) }));
  await run({ insert: 'things', documents: documents(0) });
  await run({ insert: 'others', documents: documents(0) });
  await run({ drop: 'others' });
  for (let n = 0; n < 4; n += 1) await run({ insert: 'more', documents: [{ _id: n }] });
  whole = readFileSync(join(path, 'store/data.mdb'));
  await close();
});

afterAll(() => {
  rmSync(work, { recursive: true, force: true });
});

let made = 0;
function directoryWith(bytes: Uint8Array): string {
  made += 1;
  const path = join(work, String(made));
  mkdirSync(path);
  writeFileSync(join(path, 'data.mdb'), bytes);
  return path;
}

const inspect = (bytes: Uint8Array): string | null => inspectFile(join(directoryWith(bytes), 'data.mdb'));

function overwritten(change: (bytes: Buffer) => void): Buffer {
  const bytes = Buffer.from(whole);
  change(bytes);
  return bytes;
}

describe('The look at a database file before it is opened', () => {
  it('finds nothing wrong with a whole file, or where there is none yet', () => {
    expect(inspect(whole)).toBeNull();
    expect(inspectFile(join(work, 'nowhere'))).toBeNull();
  });

  it('refuses a file that was cut anywhere the data need, and lets no other pass', async () => {
    const accepted: number[] = [];
    for (let pages = 1; pages < whole.length / PAGE; pages += 1) {
      const path = directoryWith(whole.subarray(0, pages * PAGE));
      if (inspectFile(join(path, 'data.mdb')) !== null) continue;
      accepted.push(pages);
      const store = openStore(path);
      const things = store.catalog.find('test.things');
      expect({ pages, things: things && store.records.count(things), wrong: verifyStore(store) }).toEqual({
        pages,
        things: 60,
        wrong: [],
      });
      await store.close();
    }
    // The end of this file is free: cutting there loses nothing. Most of it is not.
    expect(accepted.length).toBeGreaterThan(0);
    expect(accepted.length).toBeLessThan(whole.length / PAGE / 2);
  });

  it.each([1, 100, 2 * PAGE - 1, 2 * PAGE + 1, 3 * PAGE - 1])(
    'refuses a file of %d bytes, in the middle of a page',
    (length) => {
      expect(inspect(whole.subarray(0, length))).toMatch(/is not a database|is cut off/);
    },
  );

  it('refuses an empty file, and says when it may be deleted', () => {
    expect(inspect(Buffer.alloc(0))).toContain('if nothing was ever stored here');
  });

  it.each([
    ['zeros', Buffer.alloc(64 * 1024)],
    ['random bytes', randomBytes(64 * 1024)],
    ['a text', Buffer.from('name,address\n'.repeat(5000))],
    ['another database', Buffer.from('SQLite format 3\0'.padEnd(32 * 1024, '\0'))],
  ])('refuses %s', (_what, bytes) => {
    expect(inspect(bytes)).toContain('is not a database of the embedded store');
  });

  it('refuses a file of another version of the database library, and names the version', () => {
    const bytes = overwritten((copy) => {
      for (const head of TWO_HEADS) copy.writeUInt32LE(9, head + 28);
    });
    expect(inspect(bytes)).toContain('unknown file format 9');
  });

  it('refuses a file in which the root of a tree was overwritten', () => {
    const roots = TWO_HEADS.map((head) => Number(whole.readBigUInt64LE(head + 136)));
    const bytes = overwritten((copy) => {
      for (const root of roots) randomBytes(PAGE).copy(copy, root * PAGE);
    });
    expect(inspect(bytes)).toContain('cut off or overwritten');
  });
});

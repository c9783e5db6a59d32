import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { spawn, spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { written } from '../core/scoring/a-form.ts';
import { addFinished, addRatingRole, RESPONSES, type Finished } from '../features/rating-desk/rating-role.ts';
import { allocate, levels, seatsOf } from '../features/rating-desk/working-raters.ts';
import { startTestApp, type TestApp } from '../support/test-app.ts';

const CANARY = 'canary-of-the-erase-command';
const SECRET = 'a secret only for tests, long enough';
const root = mkdtempSync(join(tmpdir(), 'erase-command-'));
let test: TestApp;
let uri: string;

beforeAll(async () => {
  test = await startTestApp();
  const address = new URL(process.env['TEST_MONGODB_URI'] ?? '');
  address.pathname = `/${test.connection.name}`;
  if (!address.searchParams.has('authSource')) address.searchParams.set('authSource', 'admin');
  uri = address.href;
});
afterAll(async () => {
  await test.close();
  rmSync(root, { recursive: true, force: true });
});

interface Ended {
  readonly status: number | null;
  readonly out: string;
  readonly err: string;
}

/** A command as it is started by npm. This process goes on serving meanwhile. */
function run(name: string, environment: object, ...args: string[]): Promise<Ended> {
  const env = { ...process.env, MONGODB_URI: '', SECRET, LOG_LEVEL: 'warn', ...environment };
  const child = spawn(process.execPath, [`dist/commands/${name}.js`, ...args], { env });
  const texts = { out: '', err: '' };
  child.stdout.on('data', (chunk: Buffer) => (texts.out += chunk.toString()));
  child.stderr.on('data', (chunk: Buffer) => (texts.err += chunk.toString()));
  return new Promise((resolve) => {
    child.once('close', (status) => {
      resolve({ status, ...texts });
    });
  });
}

/** Somebody who finished, with ratings handed in and scores, all of whose texts hold the canary. */
async function aRatedApplicant(): Promise<Finished> {
  const role = await addRatingRole(test, 2);
  const texts = { p1: written(`One ${CANARY}`, CANARY), p2: written(`Two ${CANARY}`, CANARY) };
  const finished = await addFinished(test, role, { ...RESPONSES, ...texts });
  await allocate(role);
  for (const rater of role.raters) {
    const seats = await seatsOf(rater);
    for (const seat of seats) await rater.post(seat, { ...levels(4, 3), reason: CANARY, go: 'next' });
    const batches = new Set(seats.map((seat) => seat.split('/tasks/')[0]));
    for (const batch of batches) await rater.post(`${batch}/hand-in`);
  }
  await test.deps.relay.soon();
  return finished;
}

/** Every file of an export of that store, as one text per collection. */
async function exported(environment: object, folder: string): Promise<Readonly<Record<string, string>>> {
  const out = join(root, folder);
  expect(await run('export', environment, '--out', out)).toMatchObject({ status: 0 });
  return Object.fromEntries(readdirSync(out).map((file) => [file, readFileSync(join(out, file), 'utf8')]));
}

const holding = (files: Readonly<Record<string, string>>, text: string) =>
  Object.keys(files).filter((file) => files[file]?.includes(text));

describe('npm run erase', () => {
  it('erases a rated applicant beside a running server and in a stopped store, and says so once more', async () => {
    const { applicant, attempt } = await aRatedApplicant();
    const running = { MONGODB_URI: uri };
    const stopped = { DATA_DIR: join(root, 'data') };
    const before = await exported(running, 'before');
    expect(holding(before, CANARY)).toEqual(
      expect.arrayContaining(['attempts.jsonl', 'ratings.jsonl', 'ratingTasks.jsonl']),
    );
    expect(holding(before, attempt.id)).toEqual(expect.arrayContaining(['scores.jsonl', 'standings.jsonl']));
    expect(await run('import', stopped, '--from', join(root, 'before'))).toMatchObject({ status: 0 });

    for (const [name, store] of Object.entries({ running, stopped })) {
      const first = await run('erase', store, '--applicant', applicant.id);
      expect(first).toMatchObject({ status: 0, err: '' });
      expect(first.out).toContain(`Applicant ${applicant.label} is erased`);
      const after = await exported(store, `after-${name}`);
      expect(holding(after, CANARY)).toEqual([]);
      expect(holding(after, attempt.id)).toEqual(['auditEvents.jsonl']);
      expect(holding(after, applicant.id).sort()).toEqual(['applicants.jsonl', 'auditEvents.jsonl']);
      const again = await run('erase', store, '--applicant', applicant.id);
      expect(again).toMatchObject({ status: 0, err: '' });
      expect(again.out).toContain(`Applicant ${applicant.label} was erased before`);
    }
  }, 180_000);

  it('says in one sentence what is wrong, and ends with 1', () => {
    const wrong: [string[], string][] = [
      [[], 'Usage: npm run erase -- --applicant ID'],
      [['--applicant', ''], 'Usage: npm run erase -- --applicant ID'],
      [['--applicant'], 'Usage: npm run erase -- --applicant ID'],
      [['--person', 'x'], 'Usage: npm run erase -- --applicant ID'],
      [['--applicant', 'AAAAAAAAAAAAAAAAAAAAAA'], 'No applicant has the id AAAAAAAAAAAAAAAAAAAAAA.'],
    ];
    for (const [args, sentence] of wrong) {
      const env = { ...process.env, MONGODB_URI: uri, SECRET, LOG_LEVEL: 'warn' };
      const ended = spawnSync(process.execPath, ['dist/commands/erase.js', ...args], {
        env,
        encoding: 'utf8',
      });
      expect([args, ended.status, ended.stdout]).toEqual([args, 1, '']);
      expect(ended.stderr.trim()).toBe(sentence);
    }
  }, 120_000);
});

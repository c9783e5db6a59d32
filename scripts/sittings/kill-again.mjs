import { randomBytes } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openRole } from './open-role.mjs';
import { SavingCandidate } from './saving-candidate.mjs';
import { freePort, startProduct, startStore } from './start-product.mjs';

const PART = 'writing';
const TOGETHER = 20;
const pause = (ms) => new Promise((done) => setTimeout(done, ms));
const counted = (writers) => writers.reduce((sum, { count }) => sum + count, 0);

/** A server that acknowledges first and writes later than any store takes to be back. */
export const ACKNOWLEDGES_EARLY = {
  file: 'features/candidate-attempt/save-response.js',
  from: 'const written = await deps.stores.attempts.saveResponse(attempt, accepted);',
  to: `setTimeout(() => deps.stores.attempts.saveResponse(attempt, accepted).catch(() => null), 20_000);
            const written = attempt;`,
};

/**
 * Kills the product with -9 again and again while candidates save, or its store where that is a process of its own. After
 * each new start one candidate presses on, and what is stored is compared before anybody may write over it. `lookOnly`: a
 * killed product stays down, and only its store is opened again.
 */
export async function killAgain(root, victimIs, sizes) {
  const { candidates, kills, every, 'first-save': firstSave, 'look-only': lookOnly = false } = sizes;
  const dataDir = mkdtempSync(join(tmpdir(), 'attune-kill9-'));
  const store = victimIs === 'store' ? await startStore(root, { port: await freePort(), dataDir }) : null;
  const env = store === null ? {} : { MONGODB_URI: store.uri, SECRET: randomBytes(32).toString('hex') };
  const product = await startProduct(root, { port: await freePort(), dataDir, env });
  const victim = store ?? product;
  let left = null;
  const found = { acknowledged: 0, lost: 0, differing: 0, refused: 0, slow: 0, slowestMs: 0 };
  const storeUri = () => JSON.parse(readFileSync(join(dataDir, 'store.json'), 'utf8')).uri;

  async function begin() {
    const secret = env.SECRET ?? readFileSync(join(dataDir, 'secret'), 'utf8').trim();
    const role = await openRole(root, { uri: storeUri(), dbName: 'attune', secret });
    const item = role.form.sections.find(({ id }) => id === PART).items[0];
    const writers = Array.from({ length: candidates }, () => new SavingCandidate(product.url, item));
    for (let at = 0; at < writers.length; at += TOGETHER)
      await Promise.all(
        writers
          .slice(at, at + TOGETHER)
          .map(async ({ candidate }) => candidate.beginPart(await role.invite(), role.form, PART)),
      );
    await role.close();
    return writers;
  }

  async function compare(writers) {
    const { connect } = await import(join(root, 'dist/store/connection.js'));
    const connection = await connect(storeUri(), 'attune', 'patient');
    const rows = await connection.collection('attempts').find({}).toArray();
    await connection.close();
    const stored = new Map(rows.map(({ _id, responses }) => [_id, responses]));
    for (const writer of writers) {
      const verdict = writer.judge(stored.get(writer.candidate.attemptId));
      if (verdict !== 'right') found[verdict] += 1;
    }
  }

  async function firstSaveAfter(writer, since) {
    while (!(await writer.save().catch(() => false))) await pause(20);
    const took = Math.round(performance.now() - since);
    found.slowestMs = Math.max(found.slowestMs, took);
    if (took > firstSave * 1000) found.slow += 1;
  }

  async function killAndGoOn(writers, first) {
    const before = counted(writers);
    let over = false;
    const saving = writers.map((writer) => writer.saveUntil(() => over));
    await pause(every * 1000);
    while (counted(writers) - before <= candidates) await pause(20);
    await victim.kill();
    over = true;
    const since = performance.now();
    if (lookOnly) left = await startStore(root, { port: await freePort(), dataDir });
    else await Promise.all([victim.again(), firstSaveAfter(first, since)]);
    await Promise.all(saving);
    await compare([...writers, first]);
  }

  try {
    const [first, ...writers] = await begin();
    for (let n = 0; n < kills; n += 1) await killAndGoOn(writers, first);
    for (const writer of [first, ...writers]) {
      found.acknowledged += writer.count;
      found.refused += writer.refused;
    }
  } finally {
    await product.stop();
    await (store ?? left)?.stop();
    rmSync(dataDir, { recursive: true, force: true });
  }
  return {
    figures: found,
    enough: found.acknowledged > candidates,
    wrong: found.lost + found.differing,
    besides: found.refused + found.slow,
  };
}

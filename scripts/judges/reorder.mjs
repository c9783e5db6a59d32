// Saves of one question arrive in any order, repeated and at once, from the writer and from one before it: in the end the
// text with the highest number of the current writer is stored.
//   npm run judge -- reorder [--orders 10000] [--break]
// --break  judges a copy of the build whose store takes any number; the judge must then find older texts
import { join } from 'node:path';
import { Candidate } from '../sittings/candidate.mjs';
import { openRole } from '../sittings/open-role.mjs';
import { runAlone } from '../sittings/run-judge.mjs';
import { shuffled } from '../sittings/shuffled.mjs';

const PART = 'writing';
const LANES = 8;
/** An attempt keeps at most 500 texts aside, so it is not used for ever. */
const ORDERS_AN_ATTEMPT = 50;
const CARELESS = [
  { file: 'core/attempt/accept-response.js', from: 'save.seq < stored.seq', to: 'false' },
  { file: 'store/attempt-saves.js', from: '{ $lt: response.seq }', to: '{ $exists: true }' },
];

/** Four to seven numbers of the writer, some of them twice, and what an older writer still sends. */
function drawOrder(base, epoch) {
  const own = Array.from({ length: 4 + Math.floor(Math.random() * 4) }, (_one, n) => base + n + 1);
  const again = own.filter(() => Math.random() < 0.4);
  const older = epoch > 1 && Math.random() < 0.5 ? [base + 3, base + 50] : [];
  const saves = [...own, ...again].map((seq) => ({ epoch, seq }));
  return {
    highest: own.at(-1),
    saves: shuffled([...saves, ...older.map((seq) => ({ epoch: epoch - 1, seq }))]),
  };
}

async function judge(trial, { orders }) {
  const product = await trial.product();
  const role = await openRole(trial.root, product.role);
  const { saveResponse } = await import(join(trial.root, 'dist/features/candidate-attempt/save-response.js'));
  const { items } = role.form.sections.find(({ id }) => id === PART);
  const item = role.form.items.find(({ id }) => id === items[0]);
  const { attempts } = product.deps.stores;
  const found = { judged: 0, saves: 0, claims: 0, wrong: 0, unexplained: 0 };

  async function save(attempt, { epoch, seq }) {
    found.saves += 1;
    const raw = { a: `text ${epoch}:${seq}`, b: '' };
    const outcome = await saveResponse(product.deps, {
      attempt,
      form: role.form,
      item,
      epoch,
      seq,
      raw,
      remind: false,
      keepOvertaken: false,
      recvAt: new Date(),
    });
    const expected = epoch === attempt.epoch ? ['stored', 'stale'] : ['refused'];
    if (!expected.includes(outcome.kind)) found.unexplained += 1;
  }

  async function takeOrder(key, base) {
    let attempt = await attempts.reread(key);
    if (Math.random() < 0.1) {
      attempt = await attempts.claim(attempt, null);
      found.claims += 1;
    }
    const { highest, saves } = drawOrder(base, attempt.epoch);
    // In twos and threes at once: some orders race in the store, others arrive one after the other.
    for (let at = 0; at < saves.length;) {
      const together = saves.slice(at, (at += 1 + Math.floor(Math.random() * 3)));
      await Promise.all(together.map((one) => save(attempt, one)));
    }
    const stored = (await attempts.reread(key)).responses[item.id];
    const right = stored.seq === highest && stored.epoch === attempt.epoch;
    if (!right || stored.value.a !== `text ${attempt.epoch}:${highest}`) found.wrong += 1;
    found.judged += 1;
    return stored.seq;
  }

  async function lane(share) {
    for (let done = 0; done < share;) {
      const candidate = new Candidate(product.url);
      await candidate.beginPart(await role.invite(), role.form, PART);
      candidate.close();
      const { _id: id, organisationId, requisitionId } = await role.attemptOf(candidate.attemptId);
      let base = 0;
      for (let n = 0; n < ORDERS_AN_ATTEMPT && done < share; n += 1, done += 1)
        base = await takeOrder({ id, organisationId, requisitionId }, base);
    }
  }

  await Promise.all(Array.from({ length: LANES }, () => lane(Math.ceil(orders / LANES))));
  await role.close();
  return { figures: found, enough: found.judged >= orders, wrong: found.wrong + found.unexplained };
}

const reorder = {
  sizes: { orders: 10_000 },
  short: { orders: 32 },
  shortOnFault: { orders: 8 },
  faults: CARELESS,
  judge,
};
export default reorder;
await runAlone(import.meta.url, reorder);

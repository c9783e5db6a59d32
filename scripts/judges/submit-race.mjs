// Fifty saves and five hand-ins of the last part at once: what was acknowledged is in the receipt, what was refused is kept
// aside, and there is one receipt.
//   npm run judge -- submit-race [--runs 500] [--break]
// --break  judges a copy of the build that closes without insisting on what it has read; the judge must then find losses
import { Candidate } from '../sittings/candidate.mjs';
import { openRole } from '../sittings/open-role.mjs';
import { runAlone } from '../sittings/run-judge.mjs';
import { shuffled } from '../sittings/shuffled.mjs';

const PART = 'writing';
const SAVES = 50;
const HAND_INS = 5;
const UNGUARDED = { file: 'store/attempt-model.js', from: 'rev: seen.rev', to: 'rev: { $gte: 0 }' };

async function judge(trial, { runs }) {
  const product = await trial.product();
  const role = await openRole(trial.root, product.role);
  const { items } = role.form.sections.find(({ id }) => id === PART);
  const found = { acknowledged: 0, busy: 0, kept: 0, lost: 0, torn: 0, unexplained: 0, receipts: 0 };

  /** A server without room says so, and the page would send again. */
  function count(status, expected) {
    if (status === 503) found.busy += 1;
    else if (status !== expected) found.unexplained += 1;
  }

  async function run() {
    const candidate = new Candidate(product.url);
    await candidate.beginPart(await role.invite(), role.form, PART);
    const acknowledged = new Map();
    const refused = [];
    const save = async (n) => {
      const item = items[n % items.length];
      const seq = Math.floor(n / items.length) + 1;
      const { status, facts } = await candidate.save(item, seq, { a: `text ${n}`, b: '' });
      if (status === 200 && facts.stale !== true)
        acknowledged.set(item, Math.max(acknowledged.get(item) ?? 0, facts.storedSeq));
      else if (status === 410) refused.push(`${item}:${seq}`);
      else count(status, 200);
    };
    const handIn = async () => {
      count((await candidate.handIn(PART)).status, 303);
    };
    const acts = shuffled(Array.from({ length: SAVES }, (_one, n) => () => save(n)));
    // Together, now early and now late among the saves.
    acts.splice(Math.floor(Math.random() * SAVES), 0, ...Array.from({ length: HAND_INS }, () => handIn));
    await Promise.all(acts.map((act) => act()));
    await compare(candidate, acknowledged, refused);
    candidate.close();
  }

  async function compare(candidate, acknowledged, refused) {
    const { receipt, responses } = await role.attemptOf(candidate.attemptId);
    for (const [item, seq] of acknowledged) {
      found.acknowledged += 1;
      if ((receipt?.items[item] ?? 0) < seq) found.lost += 1;
    }
    for (const [item, { seq }] of Object.entries(responses))
      if (receipt?.items[item] !== seq) found.torn += 1;
    const kept = await role.keptAside(candidate.attemptId);
    const names = new Set(kept.map(({ itemId, seq }) => `${itemId}:${seq}`));
    found.kept += names.size;
    found.lost += refused.filter((name) => !names.has(name)).length;
    const told = await role.told(candidate.attemptId);
    found.receipts += told.filter((type) => type === 'attempt-finished').length;
  }

  for (let n = 0; n < runs; n += 1) await run();
  await role.close();
  return {
    figures: found,
    enough: found.acknowledged > 0,
    wrong: found.lost + found.torn + Math.abs(runs - found.receipts),
    besides: found.unexplained,
  };
}

const submitRace = {
  sizes: { runs: 500 },
  short: { runs: 3 },
  shortOnFault: { runs: 2 },
  faults: [UNGUARDED],
  judge,
};
export default submitRace;
await runAlone(import.meta.url, submitRace);

// Fifty saves and five hand-ins of the last part at once: what was acknowledged is in the receipt, what was refused is kept
// aside, and there is one receipt.
//   npm run judge -- submit-race [--runs 500] [--break]
// --break  judges a copy of the build that closes without insisting on what it has read; the judge must then find losses
import { parseArgs } from 'node:util';
import { Candidate } from '../sittings/candidate.mjs';
import { copyBuild } from '../sittings/copy-build.mjs';
import { openProduct } from '../sittings/open-product.mjs';
import { openRole } from '../sittings/open-role.mjs';
import { report } from '../sittings/report.mjs';

const { values } = parseArgs({ options: { runs: { type: 'string' }, break: { type: 'boolean' } } });
const runs = Number(values.runs ?? 500);
const PART = 'writing';
const SAVES = 50;
const HAND_INS = 5;
const UNGUARDED = [{ file: 'store/attempt-model.js', from: 'rev: seen.rev', to: 'rev: { $gte: 0 }' }];
const build = copyBuild(values.break ? UNGUARDED : []);
const product = await openProduct(build.root);
const role = await openRole(build.root, product.role);
const { items } = role.form.sections.find(({ id }) => id === PART);
const found = { acknowledged: 0, kept: 0, lost: 0, unexplained: 0, receipts: 0 };

const shuffled = (list) =>
  list
    .map((one) => [Math.random(), one])
    .sort(([a], [b]) => a - b)
    .map(([, one]) => one);

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
    else if (status !== 200) found.unexplained += 1;
  };
  const handIn = async () => {
    const { status } = await candidate.handIn(PART);
    if (status !== 303) found.unexplained += 1;
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
    if (receipt?.items[item] !== seq) found.unexplained += 1;
  const kept = await role.keptAside(candidate.attemptId);
  const names = new Set(kept.map(({ itemId, seq }) => `${itemId}:${seq}`));
  found.kept += names.size;
  found.lost += refused.filter((name) => !names.has(name)).length;
  const told = await role.told(candidate.attemptId);
  found.receipts += told.filter((type) => type === 'attempt-finished').length;
}

try {
  for (let n = 0; n < runs; n += 1) await run();
} finally {
  await role.close();
  await product.close();
  build.remove();
}
const bad = found.lost + found.unexplained + Math.abs(runs - found.receipts);
const passed = found.acknowledged > 0 && (values.break ? bad > 0 : bad === 0);
report({ runs, ...found }, passed);

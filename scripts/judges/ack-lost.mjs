// Breaks the line after three of ten answers, when the server has already acted. The candidate's own queue sends again:
// in the end the last text of every question is stored under the highest number, and nothing was kept aside.
//   npm run judge -- ack-lost [--candidates 40] [--texts 60] [--break]
// --break  judges a copy of the build that does not know a repeat; the judge must then find texts kept aside
import { parseArgs } from 'node:util';
import { loadBrowserQueue } from '../sittings/browser-queue.mjs';
import { Candidate } from '../sittings/candidate.mjs';
import { copyBuild } from '../sittings/copy-build.mjs';
import { startLossyProxy } from '../sittings/lossy-proxy.mjs';
import { openProduct } from '../sittings/open-product.mjs';
import { openRole } from '../sittings/open-role.mjs';
import { report } from '../sittings/report.mjs';

const { values } = parseArgs({
  options: { candidates: { type: 'string' }, texts: { type: 'string' }, break: { type: 'boolean' } },
});
const count = Number(values.candidates ?? 40);
const texts = Number(values.texts ?? 60);
const PART = 'writing';
const TRIES = 400;
const FORGETFUL = {
  file: 'core/attempt/accept-response.js',
  from: 'if (stored !== null && isRepeat(stored, save))',
  to: 'if (false)',
};

const build = copyBuild(values.break ? [FORGETFUL] : []);
const product = await openProduct(build.root);
const role = await openRole(build.root, product.role);
const proxy = await startLossyProxy(product.port, { share: 0.3 });
const createQueue = await loadBrowserQueue();
const { items } = role.form.sections.find(({ id }) => id === PART);
const found = { answersLost: 0, wrong: 0, unsent: 0, keptAside: 0, handedIn: 0 };

/** Types texts into two questions, sending as the page does: one on the wire a question, again until acknowledged. */
async function type(candidate) {
  const queue = createQueue(candidate.epoch);
  const last = new Map();
  const send = async (draft) => {
    const answer = await candidate.save(draft.item, draft.seq, draft.fields).catch(() => null);
    if (answer?.status === 200) queue.settle(draft, answer.facts.storedSeq);
    else queue.release(draft);
  };
  for (let n = 0; n < texts; n += 1) {
    const item = items[n % 2];
    last.set(item, `text ${n} of ${candidate.attemptId}`);
    queue.write(item, '', { a: last.get(item), b: '' });
    await Promise.all(queue.takeReady().map(send));
  }
  for (let n = 0; queue.drafts().length > 0 && n < TRIES; n += 1)
    await Promise.all(queue.takeReady().map(send));
  found.unsent += queue.drafts().length;
  return { queue, last };
}

/** Hands the part in through the same proxy until an answer gets through. */
async function handIn(candidate, queue) {
  const manifest = Object.fromEntries(items.map((item) => [item, queue.storedSeq(item)]));
  for (let tries = 0; tries < TRIES; tries += 1) {
    const answer = await candidate.handIn(PART, manifest).catch(() => null);
    if (answer === null) continue;
    if (answer.status === 303) found.handedIn += 1;
    return;
  }
}

async function sit() {
  const candidate = new Candidate(product.url);
  await candidate.beginPart(await role.invite(), role.form, PART);
  candidate.goVia(proxy.url);
  const { queue, last } = await type(candidate);
  await handIn(candidate, queue);
  candidate.close();
  const { responses, receipt } = await role.attemptOf(candidate.attemptId);
  for (const [item, text] of last) {
    const right = responses[item]?.value.a === text && responses[item].seq === queue.storedSeq(item);
    if (!right || receipt?.items[item] !== responses[item].seq) found.wrong += 1;
  }
}

try {
  const waiting = Array.from({ length: count }, () => sit);
  const lane = async () => {
    for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) await next();
  };
  await Promise.all(Array.from({ length: 10 }, lane));
  found.answersLost = proxy.counts.lost;
  found.keptAside = (await role.keptAside()).length;
} finally {
  await proxy.stop();
  await role.close();
  await product.close();
  build.remove();
}
const bad = found.wrong + found.unsent + found.keptAside + (count - found.handedIn);
const passed = found.answersLost > count && (values.break ? bad > 0 : bad === 0);
report({ candidates: count, texts: count * texts, ...found }, passed);

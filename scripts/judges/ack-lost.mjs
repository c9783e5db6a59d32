// Breaks the line after three of ten answers, when the server has already acted. The candidate's own queue sends again:
// in the end the last text of every question is stored under the highest number, and nothing was kept aside.
//   npm run judge -- ack-lost [--candidates 40] [--texts 60] [--break]
// --break  judges a copy of the build that does not know a repeat; the judge must then find texts kept aside
import { loadBrowserQueue } from '../sittings/browser-queue.mjs';
import { Candidate } from '../sittings/candidate.mjs';
import { startLossyProxy } from '../sittings/lossy-proxy.mjs';
import { openRole } from '../sittings/open-role.mjs';
import { runAlone } from '../sittings/run-judge.mjs';

const PART = 'writing';
const TRIES = 60;
const LANES = 10;
const FORGETFUL = {
  file: 'core/attempt/accept-response.js',
  from: 'if (stored !== null && isRepeat(stored, save))',
  to: 'if (false)',
};

async function judge(trial, { candidates, texts }) {
  const product = await trial.product();
  const role = await openRole(trial.root, product.role);
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

  let waiting = candidates;
  const lane = async () => {
    while (waiting-- > 0) await sit();
  };
  await Promise.all(Array.from({ length: LANES }, lane));
  found.answersLost = proxy.counts.lost;
  found.keptAside = (await role.keptAside()).length;
  await proxy.stop();
  await role.close();
  return {
    figures: { ...found, sent: candidates * texts },
    enough: found.answersLost > 0,
    wrong: found.wrong + found.unsent + found.keptAside + (candidates - found.handedIn),
  };
}

const ackLost = {
  sizes: { candidates: 40, texts: 60 },
  short: { candidates: 2, texts: 16 },
  faults: [FORGETFUL],
  judge,
};
export default ackLost;
await runAlone(import.meta.url, ackLost);

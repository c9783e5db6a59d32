// Texts that break storage, templates, parsers and pages elsewhere: emoji, right-to-left, NUL, lone surrogates, line ends,
// $name, __proto__, <%= %>, 16 KB of Arabic. Each comes back canonically identical from store, page and receipt, or is
// refused loudly and changes nothing.
//   npm run judge -- awkward-texts [--texts 500] [--break]
// --break  judges a copy of the build that refuses no text for its characters; the judge must then find what came back changed
import { load } from 'cheerio';
import { awkwardTexts, expectedOf } from '../sittings/awkward-texts.mjs';
import { Candidate } from '../sittings/candidate.mjs';
import { openRole } from '../sittings/open-role.mjs';
import { runAlone } from '../sittings/run-judge.mjs';

const PART = 'writing';
const PAGES_EVERY = 5;
const TRUSTING = { file: 'core/item/canonical-text.js', from: 'NOT_STORABLE.test(raw)', to: 'false' };

async function judge(trial, { texts: count }) {
  const product = await trial.product();
  const role = await openRole(trial.root, product.role);
  const { items } = role.form.sections.find(({ id }) => id === PART);
  const candidate = new Candidate(product.url);
  await candidate.beginPart(await role.invite(), role.form, PART);
  const found = { refused: 0, statuses: 0, stored: 0, shown: 0, keptAside: 0 };

  /** By script or by form, in turns; a form cannot carry a text that is not well formed. */
  async function send(item, seq, text) {
    if (seq % 2 === 1 || expectedOf(text).status !== 200)
      return (await candidate.save(item, seq, { a: text, b: '' })).status;
    const { status } = await candidate.saveByForm(item, seq, { a: text, b: '' });
    return status === 303 ? 200 : status;
  }

  async function storedTexts() {
    const { responses } = await role.attemptOf(candidate.attemptId);
    return new Map(items.map((item) => [item, responses[item]?.value.a ?? '']));
  }

  async function judgeRound(round, texts) {
    const before = await storedTexts();
    const statuses = await Promise.all(texts.map((text, n) => send(items[n], round + 1, text)));
    const after = await storedTexts();
    for (const [n, text] of texts.entries()) {
      const expected = expectedOf(text);
      if (statuses[n] !== expected.status) found.statuses += 1;
      if (after.get(items[n]) !== (expected.text ?? before.get(items[n]))) found.stored += 1;
      if (expected.text === null) found.refused += 1;
    }
    if (round % PAGES_EVERY === 0) await judgePages(after);
  }

  /** What the page of each question puts into its box. */
  async function judgePages(stored) {
    for (const item of items) {
      const { text } = await candidate.open(`/items/${item}`);
      if (load(text)('textarea[name=a]').text() !== stored.get(item)) found.shown += 1;
    }
  }

  async function judgeReceipt() {
    const stored = await storedTexts();
    await candidate.handIn(PART);
    const shown = load((await candidate.open('/receipt')).text)('main').text();
    for (const text of stored.values()) if (!shown.includes(text.trim())) found.shown += 1;
  }

  const all = awkwardTexts(count);
  for (let at = 0; at < all.length; at += items.length)
    await judgeRound(at / items.length, all.slice(at, at + items.length));
  await judgeReceipt();
  found.keptAside = (await role.keptAside()).length;
  candidate.close();
  await role.close();
  return {
    figures: { judged: all.length, ...found },
    enough: all.length >= count && found.refused > 5,
    wrong: found.statuses + found.stored + found.shown,
    besides: found.keptAside,
  };
}

const judgeOfAwkwardTexts = {
  sizes: { texts: 500 },
  short: { texts: 72 },
  shortOnFault: { texts: 60 },
  faults: [TRUSTING],
  judge,
};
export default judgeOfAwkwardTexts;
await runAlone(import.meta.url, judgeOfAwkwardTexts);

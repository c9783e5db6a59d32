import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { load } from 'cheerio';
import type { ItemId } from '../../../src/core/kernel/ids.ts';
import { aForm, aRateOptionsItem, aWrittenItem, JUDGMENT, WRITING } from '../../core/form/a-form.ts';
import { startTestApp, type TestApp } from '../../support/test-app.ts';
import { aSittingDevice, invite, told, type Device } from './candidate.ts';

let test: TestApp;
let device: Device;
beforeAll(async () => {
  test = await startTestApp();
  device = await write(IDS);
});
afterAll(() => test.close());

const IDS = Array.from({ length: 25 }, (_, n) => `w${n + 1}`);
const ROUNDS = 20;
const LONGEST_BYTES = 16 * 1024;

/** Somebody in a part with this many prompts, so that many texts fit into one attempt. */
async function write(ids: readonly string[]): Promise<Device> {
  const items = ids.map((id) => aWrittenItem({ id: id as ItemId }));
  const [judgment, writing] = aForm().sections;
  if (judgment === undefined || writing === undefined) throw new Error('the form has lost its parts');
  const sections = [
    { ...judgment, items: ['j01' as ItemId] },
    { ...writing, items: items.map(({ id }) => id) },
  ];
  const form = aForm({ items: [aRateOptionsItem(), ...items], sections });
  const sitting = await aSittingDevice(test, await invite(test, { form }));
  await sitting.post(`/parts/${JUDGMENT}/hand-in`);
  await sitting.post(`/parts/${WRITING}/start`);
  return sitting;
}

/** Texts that have broken somebody's storage, template, parser or page before. */
const KNOWN = [
  '',
  ' ',
  '\t\n',
  '\n\n  leading and trailing \t\n',
  '$name',
  '$where',
  '$$NOW',
  '{"$gt": ""}',
  '__proto__',
  'constructor.prototype',
  'toString',
  'null',
  'undefined',
  'NaN',
  '0e12345',
  'true',
  '<%= process.exit() %>',
  '<%- include("layout") %>',
  '<% for(;;){} %>',
  '${7*7} #{7*7} {{7*7}}',
  '<script>alert(1)</script>',
  '</textarea><script>alert(1)</script>',
  '</blockquote></body></html>',
  '<!-- <![CDATA[ ]]> -->',
  '&lt;b&gt; &amp;amp; &#0; &#x202e; &quot;',
  `"'\`\\ \\n \\u0041 \\x00 %00 %0d%0a`,
  "'; DROP TABLE attempts; --",
  'a=b&_csrf=forged&epoch=99&seq=1&go=next',
  'w01][$set]=x',
  '=HYPERLINK("http://example.org")',
  '../../etc/passwd',
  '👩‍👩‍👧‍👦 🏳️‍🌈 👍🏽 🇩🇪 🏴󠁧󠁢󠁥󠁮󠁧󠁿',
  'e\u0301 \u00e9 ﬁ Å \u212b',
  'Z\u0351\u036b\u0343\u036a\u0342a\u030a\u0310\u0311l\u036bg\u0346o',
  'ß ẞ İ ı ǅ',
  'مرحبا بالعالم ‏ עברית \u202e abc \u202c',
  '\u2066left\u2069 \u2067right\u2069',
  '\ufeffmarked \u200b\u200c\u200d\u2060',
  '\u2028line\u2029paragraph\u0085next',
  '漢字 かな 한국어 ไทย देवनागरी',
  '\ud83d\ude00\ufe0f\u20e3',
  '\uffff\ufffe\ufffd',
  '\u0001\u0007\u001b[31m\u007f',
  'one\r\ntwo\rthree\n\rfour',
  'م'.repeat(LONGEST_BYTES / 2),
  'x'.repeat(LONGEST_BYTES),
  '😀'.repeat(LONGEST_BYTES / 4),
  '\r\n'.repeat(LONGEST_BYTES - 1),
  'm'.repeat(LONGEST_BYTES + 1),
  'م'.repeat(LONGEST_BYTES / 2 + 1),
  '\u0000',
  'a\u0000b',
  '\ud800',
  '\udc00 first',
  'high \ud83d alone',
  'twisted \ude00\ud83d',
];

const PIECES = [
  ...['word', ' ', '\n', '\r\n', '\r', '\t', '"', "'", '\\', '&', '<', '>', '%>', '<%', '$', '.', '{', '}'],
  ...['😀', '👩‍🚀', 'e\u0301', 'ש', 'ع', '\u202e', '\u200d', '\ufeff', '漢', '__proto__', '$set', '\u0001'],
  ...['\u0000', '\ud800', '\udfff'],
];

/** Pieces put together by a fixed rule: every run makes the same texts. */
function composed(n: number): string {
  let state = n * 2_654_435_761 + 12_345;
  const draw = (below: number): number => {
    state = (Math.imul(state, 1_103_515_245) + 12_345) >>> 0;
    return (state >>> 8) % below;
  };
  // The ones that have to be refused are in the last places; most texts do without them.
  const within = n % 5 === 0 ? PIECES.length : PIECES.length - 3;
  return Array.from({ length: 1 + draw(30) }, () => PIECES[draw(within)] ?? '').join('');
}

const TEXTS = [
  ...KNOWN,
  ...Array.from({ length: IDS.length * ROUNDS - KNOWN.length }, (_, n) => composed(n + 1)),
];

/** What has to come back, said once more and differently from the product. */
function expectedOf(text: string): { readonly status: number; readonly text: string | null } {
  const units = Array.from(text);
  const lone = units.some((one) => one.length === 1 && one >= '\ud800' && one <= '\udfff');
  if (lone || text.includes('\u0000')) return { status: 422, text: null };
  const lines = text.split('\r\n').join('\n').split('\r').join('\n');
  return Buffer.byteLength(lines) > LONGEST_BYTES
    ? { status: 413, text: null }
    : { status: 200, text: lines };
}

/** By script or by form, in turns; a form cannot carry a text that is not well formed. */
async function send(id: string, seq: number, text: string): Promise<number> {
  if (seq % 2 === 1 || expectedOf(text).status !== 200)
    return (await device.save(id, { seq: String(seq), a: text })).status;
  const answer = await device.post(`/items/${id}/response`, { seq, go: 'stay', a: text, b: '' });
  return answer.status === 303 ? 200 : answer.status;
}

const storedOf = async () => {
  const { responses } = await device.attempt();
  return (id: string) => responses[id as ItemId]?.value;
};

describe('five hundred awkward texts', () => {
  it('come back canonically identical from store and page, or are refused and change nothing', async () => {
    expect(TEXTS).toHaveLength(500);
    await device.csrf();
    let refused = 0;
    for (let round = 0; round < ROUNDS; round += 1) {
      const texts = TEXTS.slice(round * IDS.length, (round + 1) * IDS.length);
      const before = await storedOf();
      const statuses = await Promise.all(texts.map((text, n) => send(IDS[n] ?? '', round + 1, text)));
      const after = await storedOf();
      for (const [n, text] of texts.entries()) {
        const expected = expectedOf(text);
        const id = IDS[n] ?? '';
        expect([text, statuses[n]]).toEqual([text, expected.status]);
        if (expected.text === null) expect(after(id)).toEqual(before(id));
        else expect(after(id)).toEqual({ kind: 'written-response', a: expected.text, b: '' });
        refused += expected.text === null ? 1 : 0;
      }
      if (round % 5 === 0) await expectOnPages(after);
    }
    expect(refused).toBeGreaterThan(20);
    expect(await test.deps.stores.quarantine.list(await device.attempt())).toEqual([]);
  }, 60_000);

  it('stand in the receipt as they were stored', async () => {
    const stored = await storedOf();
    await device.post(`/parts/${WRITING}/hand-in`);
    await device.open('/receipt');
    const shown = device.page('main').text();
    const texts = IDS.map((id) => textOf(stored(id))).filter((text) => text.trim() !== '');
    expect(texts.length).toBeGreaterThan(15);
    for (const text of texts) expect(shown).toContain(text.trim());
  });
});

const textOf = (value: unknown): string => (value as { readonly a: string } | undefined)?.a ?? '';

/** What the page of each question puts into its box. */
async function expectOnPages(stored: (id: string) => unknown): Promise<void> {
  for (const id of IDS) {
    const { text } = await device.open(`/items/${id}`);
    expect(load(text)('textarea[name=a]').text()).toBe(textOf(stored(id)));
  }
}

describe('awkward names of fields', () => {
  it.each(['__proto__', 'constructor', '$set', 'a.b', 'responses.w1'])(
    '%s beside a text is not taken for part of it',
    async (name) => {
      const other = await write(['w1']);
      const body = `{"epoch":"1","seq":"1","a":"text","${name}":"x","_csrf":"${await other.csrf()}"}`;
      const answer = await other.agent
        .post(other.path('/items/w1/response'))
        .set('Accept', 'application/json')
        .type('json')
        .send(body);
      expect([answer.status, told(answer).storedSeq]).toEqual([200, 1]);
      const { responses } = await other.attempt();
      expect(responses['w1' as ItemId]?.value).toEqual({ kind: 'written-response', a: 'text', b: '' });
    },
  );
});

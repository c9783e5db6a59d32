import { describe, expect, it } from '@jest/globals';
import { buffer } from 'node:stream/consumers';
import { projectRoot } from '../../../src/compose.ts';
import { drawScoreBands } from '../../../src/presentation/charts/draw-score-bands.ts';
import {
  heading,
  paragraph,
  type DocumentBlock,
} from '../../../src/presentation/document/document-content.ts';
import { loadFonts } from '../../../src/presentation/document/load-fonts.ts';
import { writePdf } from '../../../src/presentation/document/write-pdf.ts';
import { readPdf } from '../../support/read-pdf.ts';

const fonts = await loadFonts(projectRoot);
const about = { title: 'A <title> & more', subtitle: 'Of today', language: 'en', at: new Date(0) };
const write = async (blocks: readonly DocumentBlock[]) =>
  readPdf(await buffer(await writePdf({ ...about, blocks }, fonts)));
const words = (pages: readonly string[]): string => pages.join('\n').replace(/\s+/g, ' ');

describe('a document as PDF', () => {
  it('has everything in its structure in reading order, with language, bookmarks and numbered pages', async () => {
    const rows = Array.from({ length: 60 }, (_, at) => [`Situation ${at}`, '.71', '']);
    const chart = drawScoreBands({
      id: 'bands',
      title: 'Written & band',
      rows: [{ label: 'AAAAA', series: 1, score: 62, half: 14 }],
      assumed: true,
    });
    const { pages, roles, language, bookmarks, alternatives } = await write([
      heading('Purpose'),
      paragraph('Łódź, αβγ and Привет.'),
      { kind: 'list', items: ['One', 'Two'] },
      { kind: 'picture', svg: chart.svg },
      heading('Figures'),
      { kind: 'table', head: ['Situation', 'Alpha', 'Flags'], rows },
      { kind: 'quotation', text: 'Verbatim.' },
    ]);
    const before = [
      'Document',
      'H1',
      'P',
      'H2',
      'P',
      'L',
      'LI',
      'Lbl',
      'LBody',
      'LI',
      'Lbl',
      'LBody',
      'Figure',
    ];
    expect(roles.slice(0, before.length)).toEqual(before);
    const count = (role: string): number => roles.filter((one) => one === role).length;
    expect([count('Table'), count('TR'), count('TH'), count('TD')]).toEqual([1, 61, 63, 120]);
    expect(roles.at(-1)).toBe('BlockQuote');
    expect(language).toBe('en');
    expect(bookmarks).toEqual(expect.arrayContaining(['Purpose', 'Figures', 'A <title> & more']));
    expect(alternatives[0]).toContain('Written & band. Scores of 0 to 100');
    expect(words(pages)).toContain('Łódź, αβγ and Привет.');
    expect(pages.length).toBeGreaterThan(1);
    expect(pages.map((page, at) => page.includes(`Page ${at + 1} of ${pages.length}`))).not.toContain(false);
    // The head of the table stands on its second page as well.
    expect(pages[1]).toMatch(/^Situation\nAlpha/);
  });

  it('begins a page where a heading and what is to stay with it do not fit', async () => {
    const filled = Array.from({ length: 24 }, (_, at) => paragraph(`Line ${at}.`));
    const question = [paragraph('What was the situation?'), { kind: 'writing-space', lines: 6 }] as const;
    const apart = await write([...filled, heading('Question'), ...question]);
    expect(apart.pages[0]).toContain('Question');
    const { pages } = await write([...filled, { ...heading('Question'), keep: 2 }, ...question]);
    expect([pages.length, pages[0]?.includes('Question')]).toEqual([2, false]);
    const long = [paragraph('So long. '.repeat(3000))];
    const { pages: flows } = await write([...filled, { ...heading('Long'), keep: 1 }, ...long]);
    expect(flows[0]).toContain('Long');
  });

  it('shows hostile text as text, and says which characters it cannot show', async () => {
    const hostile = '</P> endstream endobj ) Tj ET /JS (app.alert(1)) <script>&amp; \\';
    const { pages } = await write([
      { kind: 'quotation', text: hostile },
      { kind: 'quotation', text: 'שלום 😀 \u202Egnp\u0000' },
    ]);
    expect(words(pages)).toContain(hostile);
    expect(words(pages)).toContain('\uFFFD\uFFFD\uFFFD\uFFFD \uFFFD \uFFFDgnp\uFFFD');
    expect(words(pages)).toContain('U+05E9, U+05DC, U+05D5, U+05DD, U+1F600, U+202E, U+0000');
  });

  it('says on each page how many characters of it are not there, also of a text that goes on over pages', async () => {
    const line = 'Words that every typeface has, on and on. ';
    const { pages, roles } = await write([
      paragraph('Only 你好 here.'),
      paragraph(line.repeat(120)),
      { kind: 'quotation', text: `${line.repeat(10)}שלום ${line.repeat(60)}😀 ${line.repeat(10)}` },
      paragraph(line.repeat(150)),
    ]);
    const said = pages.map((page) => /Page \d+: \d+ characters?(?= \()/.exec(page)?.[0] ?? null);
    const drawn = pages.map((page) => page.split('\uFFFD').length - 1);
    expect(pages.length).toBeGreaterThan(3);
    expect(said).toEqual(
      drawn.map((count, at) =>
        count === 0 ? null : `Page ${at + 1}: ${count} ${count === 1 ? 'character' : 'characters'}`,
      ),
    );
    expect(drawn.filter((count) => count > 0).length).toBeGreaterThan(1);
    expect(drawn.reduce((sum, count) => sum + count, 0)).toBe(7);
    expect(drawn).toContain(0);
    // Read aloud as well, after the text.
    expect(roles.at(-1)).toBe('P');
    expect(pages.join()).toContain('The page in Attune, CSV and JSON show them.');
  });

  it('takes a letter and its accent for the one letter that the typeface has', async () => {
    const { pages } = await write([paragraph('Vie\u0323\u0302t, e\u0301te\u0301')]);
    expect(words(pages)).toContain('Việt, été');
  });

  it('has at the top of every further page what it belongs to, for the eye', async () => {
    const rows = Array.from({ length: 60 }, (_, at) => [`Person ${at}`, '50 ± 18 assumed']);
    const table: DocumentBlock = { kind: 'table', head: ['Applicant', 'Written'], rows };
    const content = { ...about, landscape: true, pageHead: 'Travel agent · all, 60', blocks: [table] };
    const { pages, roles } = readPdf(await buffer(await writePdf(content, fonts)));
    expect(pages.length).toBeGreaterThan(2);
    expect(pages.map((page) => page.includes('Travel agent · all, 60'))).toEqual(
      pages.map((_, at) => at > 0),
    );
    expect(roles.filter((role) => role === 'P')).toHaveLength(1);
  });

  it('lets others have their turn while a long one is written', async () => {
    let [turns, goesOn] = [0, true];
    const count = (): void => {
      turns += 1;
      if (goesOn) setImmediate(count);
    };
    setImmediate(count);
    const long = 'Words of a response that go on over several lines of the page. '.repeat(20);
    const { pages } = await write(Array.from({ length: 60 }, () => paragraph(long)));
    expect(pages.length).toBeGreaterThan(5);
    expect(turns).toBeGreaterThan(5);
    turns = 0;
    const rows = Array.from({ length: 300 }, (_, at) => [`Person ${at}`, 'So', 'and', 'so']);
    await write([{ kind: 'table', head: ['Applicant', 'One', 'Two', 'Three'], rows }]);
    goesOn = false;
    expect(turns).toBeGreaterThan(5);
  });

  it('draws nothing that is not one of our shapes', async () => {
    const foreign = '<svg width="10" height="10"><image href="http://x"/></svg>';
    await expect(write([{ kind: 'picture', svg: foreign }])).rejects.toThrow('a shape that we do not draw');
  });
});

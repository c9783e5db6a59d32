import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { load, type CheerioAPI } from 'cheerio';
import { readPdf } from '../../support/read-pdf.ts';
import { APPLICANTS, half, startRecomputed, type Person, type RecomputedRole } from './recomputed-role.ts';
import { lastPlace, shareAbove } from './share-above.ts';

let made: RecomputedRole;

beforeAll(async () => {
  made = await startRecomputed();
}, 120_000);
afterAll(() => made.test.close());

const squeeze = (text: string): string => text.replace(/\s+/g, ' ').trim();
const shown = (value: number): string => String(Math.round(value));

async function page(path: string): Promise<CheerioAPI> {
  const { status, text } = await made.recruiter.get(made.at(path));
  expect(status).toBe(200);
  return load(text);
}

const COLUMNS = [
  ['judgment', 'Judgment'],
  ['written', 'Written'],
] as const;

const compare = (chosen: readonly Person[]) =>
  page(`/comparison?${chosen.map((one) => `applicant=${one.applicantId}`).join('&')}`);

function pairIn(words: string, between: string, chosen: readonly Person[]): [Person, Person] {
  const [left, right] = words
    .split(between)
    .map((label) => chosen.find((one) => made.labelOf(one) === label));
  if (left === undefined || right === undefined) throw new Error(`${words} is no pair`);
  return [left, right];
}

/** Rows of a table: the name and the other cells. */
const rowsIn = ($: CheerioAPI, rows: string | ReturnType<CheerioAPI>) =>
  $(rows as string)
    .toArray()
    .map((row) => ({
      head: squeeze($(row).find('th').text()),
      cells: $(row)
        .find('td')
        .toArray()
        .map((cell) => squeeze($(cell).text())),
    }));

describe('every number that is shown of an applicant', () => {
  it('stands in the list as it follows from raw responses and ratings', async () => {
    const $ = await page('/applicants');
    const rows = $('tbody tr').toArray();
    expect(rows).toHaveLength(APPLICANTS);
    const found = new Map(rows.map((row) => [squeeze($(row).find('th').text()), $(row)]));
    for (const person of made.scored) {
      const row = found.get(made.labelOf(person));
      const cell = (label: string) => squeeze(row?.find(`[data-label="${label}"]`).text() ?? '');
      expect(cell('Judgment')).toBe(
        `${shown(person.judgment ?? NaN)} ± ${shown(half(person, 'judgment'))} assumed, author key`,
      );
      expect(cell('Written')).toBe(
        `${shown(person.written ?? NaN)} ± ${shown(half(person, 'written'))} assumed`,
      );
      for (const { id, label } of made.criteria) {
        expect(cell(label).startsWith(`${shown(person.criteria.get(id) ?? NaN)} `)).toBe(true);
        const given = [...person.levels.values()].flatMap((levels) => levels?.[id] ?? []);
        const marks = row?.find(`[data-label="${label}"] .levels > span:not(.none)`).toArray() ?? [];
        expect(marks.map((mark) => Number(/[\d.]+$/.exec(squeeze($(mark).text()))?.[0]))).toEqual(
          given.map((level) => Math.round(level * 10) / 10),
        );
      }
    }
  });

  it('stands in the report and in its PDF, with what one level more or less would change', async () => {
    for (const person of made.scored.slice(0, 3)) {
      const here = `/applicants/${person.applicantId}`;
      const $ = await page(here);
      const file = await made.recruiter.agent.get(made.at(`${here}/pdf`)).responseType('blob');
      const pdf = readPdf(file.body as Buffer);
      // Dots would be a picture of a guess.
      expect($('main').text()).not.toContain('equally likely');
      const written = squeeze(pdf.pages.join(' '));
      for (const column of ['judgment', 'written'] as const) {
        const words = `${shown(person[column] ?? NaN)} ± ${shown(half(person, column))}`;
        expect(squeeze($(`section[aria-labelledby=band-${column}]`).text())).toContain(words);
        expect(written).toContain(`${words} assumed`);
        expect(pdf.alternatives.join(' ')).toContain(`${made.labelOf(person)} ${words}`);
      }
      for (const { id, weight } of made.criteria) {
        const card = squeeze($(`section[aria-labelledby="criterion-${id}"]`).text());
        const score = `Score ${shown(person.criteria.get(id) ?? NaN)}`;
        expect(card).toContain(score);
        expect(written).toContain(`${score} · weight ${weight} %`);
        const given = [...person.levels.values()].flatMap((levels) => levels?.[id] ?? []);
        for (const level of given) {
          const effect = (by: number) => shown((weight * 25 * by) / given.length / 100);
          const words =
            level < 5
              ? `one level higher: Written + ${effect(Math.min(1, 5 - level))}`
              : 'no level is higher';
          expect(card).toContain(words);
          expect(written).toContain(words);
        }
      }
    }
  });

  it('stands in the comparison pair by pair, with what it takes to differ and what the weights would do', async () => {
    const chosen = made.scored.slice(0, 5);
    const $ = await compare(chosen);
    const figures = $('figure').toArray();
    for (const [column, head] of COLUMNS) {
      const figure = figures.find((one) => $(one).find('svg').text().includes(`${head}, 0 to 100`));
      const pairs = rowsIn($, $(figure).find('tbody tr'));
      expect(pairs).toHaveLength(10);
      for (const row of pairs) {
        const [left, right] = pairIn(row.head, ' and ', chosen);
        const [difference = '', least = '', reading] = row.cells;
        const apart = Math.abs((left[column] ?? NaN) - (right[column] ?? NaN));
        const needed = Math.hypot(half(left, column), half(right, column));
        expect(Math.abs(Number(difference) - apart)).toBeLessThanOrEqual(lastPlace(difference));
        expect(Math.abs(Number(least) - needed)).toBeLessThanOrEqual(lastPlace(least));
        expect(reading).toBe(apart >= needed ? 'differ' : 'not distinguishable');
        expect(Number(difference) >= Number(least)).toBe(apart >= needed);
      }
    }
    const weights = made.criteria.map(({ weight }) => weight);
    const scoresOn = (person: Person) => made.criteria.map(({ id }) => person.criteria.get(id) ?? NaN);
    const lines = $('li')
      .toArray()
      .map((line) => squeeze($(line).text()))
      .filter((line) => / is above .* under /.test(line));
    expect(lines.length).toBeGreaterThan(5);
    for (const line of lines) {
      const [names = '', under = ''] = line.split(' under ');
      const [upper, lower] = pairIn(names, ' is above ', chosen);
      const share = shareAbove(weights, scoresOn(upper), scoresOn(lower));
      expect(under).toBe(
        share === 1 ? 'every weighting.' : `${Math.min(99, Math.round(share * 100))} % of weightings.`,
      );
    }
  });

  it('stands in the comparison, score by score and level by level', async () => {
    const chosen = made.scored.slice(0, 5);
    const $ = await compare(chosen);
    const heads = $('.compared thead th').toArray().slice(1);
    const order = heads.map((head) => chosen.find((one) => made.labelOf(one) === squeeze($(head).text())));
    const prompts = made.form.items.filter((item) => item.kind === 'written-response');
    const rows = rowsIn($, '.compared tbody tr');
    const scoresIn = (head: string) =>
      rows.find((row) => row.head.startsWith(head))?.cells.map((cell) => /^\d+/.exec(cell)?.[0]);
    for (const [column, head] of COLUMNS) {
      expect(scoresIn(head)).toEqual(order.map((person) => shown(person?.[column] ?? NaN)));
    }
    for (const { id, label } of made.criteria) {
      expect(scoresIn(`${label} weight`)).toEqual(
        order.map((person) => shown(person?.criteria.get(id) ?? NaN)),
      );
      const first = rows.findIndex(({ head }) => head.startsWith(`${label} weight`));
      const naming = prompts.filter((prompt) => prompt.criteria.some(({ criterion }) => criterion === id));
      naming.forEach((prompt, index) => {
        const row = rows[first + 1 + index];
        expect(row?.head).toContain(prompt.title);
        order.forEach((person, place) => {
          const level = person?.levels.get(prompt.id)?.[id];
          if (level === undefined) throw new Error(`${prompt.title} has no level`);
          expect(row?.cells[place]).toMatch(new RegExp(`^${Math.round(level * 10) / 10}( no response)?$`));
        });
      });
    }
  });
});

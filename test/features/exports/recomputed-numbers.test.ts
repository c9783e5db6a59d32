import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { load, type CheerioAPI } from 'cheerio';
import type { OrganisationId } from '../../../src/core/kernel/ids.ts';
import type { Requisition } from '../../../src/core/requisition/requisition.ts';
import { newId } from '../../../src/ops/secrets.ts';
import { signInAs, type Staff } from '../../support/actors.ts';
import { readPdf } from '../../support/read-pdf.ts';
import { startTestApp, type TestApp } from '../../support/test-app.ts';
import type { Recomputed } from '../assessment-quality/recompute.ts';
import { exported } from './exported-lines.ts';
import { freezeConstants } from './freeze-constants.ts';
import { lastPlace, shareAbove } from './share-above.ts';
import { simulateRaw, type RawRole } from './simulate-raw.ts';

const APPLICANTS = 24;
/** The planning values of the assessment, as its file says them. */
const PLANNED = { judgment: { reliability: 0.5, sd: 14 }, written: { reliability: 0.5, sd: 16 } };

let test: TestApp;
let recruiter: Staff;
let role: Requisition;
let form: RawRole['form'];
let criteria: RawRole['criteria'];
let raw: Recomputed;
let attempts: RawRole['attempts'];
let ratings: RawRole['ratings'];
let labels: RawRole['labels'];

beforeAll(async () => {
  test = await startTestApp();
  const home = newId<OrganisationId>();
  const about = { name: 'Harbour Line', contactName: 'The team', contactEmail: 'team@example.org' };
  await test.deps.stores.organisations.insertFirst({ id: home, ...about }, test.deps.clock());
  recruiter = await signInAs(test, home, ['recruiter']);
  const simulated = await simulateRaw(test, APPLICANTS);
  ({ role, form, criteria, raw, attempts, ratings, labels } = simulated);
}, 120_000);
afterAll(() => test.close());

type Person = Recomputed['people'] extends ReadonlyMap<string, infer P> ? P : never;
const squeeze = (text: string): string => text.replace(/\s+/g, ' ').trim();
const shown = (value: number): string => String(Math.round(value));
const at = (path: string): string => `/requisitions/${role.id}${path}`;
const half = (person: Person, column: 'judgment' | 'written'): number => {
  const { sd, reliability } = PLANNED[column];
  return 1.645 * sd * Math.sqrt(1 - reliability) * person.widening[column];
};
const labelOf = ({ applicantId }: Person): string => labels.get(applicantId) ?? '';
const scored = (): Person[] =>
  [...raw.people.values()].filter(({ judgment, written }) => judgment !== null && written !== null);

async function page(path: string): Promise<CheerioAPI> {
  const { status, text } = await recruiter.get(at(path));
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
  const [left, right] = words.split(between).map((label) => chosen.find((one) => labelOf(one) === label));
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
    for (const person of scored()) {
      const row = found.get(labelOf(person));
      const cell = (label: string) => squeeze(row?.find(`[data-label="${label}"]`).text() ?? '');
      expect(cell('Judgment')).toBe(
        `${shown(person.judgment ?? NaN)} ± ${shown(half(person, 'judgment'))} assumed, author key`,
      );
      expect(cell('Written')).toBe(
        `${shown(person.written ?? NaN)} ± ${shown(half(person, 'written'))} assumed`,
      );
      for (const { id, label } of criteria) {
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
    for (const person of scored().slice(0, 3)) {
      const here = `/applicants/${person.applicantId}`;
      const $ = await page(here);
      const file = await recruiter.agent.get(at(`${here}/pdf`)).responseType('blob');
      const pdf = readPdf(file.body as Buffer);
      // Dots would be a picture of a guess.
      expect($('main').text()).not.toContain('equally likely');
      const written = squeeze(pdf.pages.join(' '));
      for (const column of ['judgment', 'written'] as const) {
        const words = `${shown(person[column] ?? NaN)} ± ${shown(half(person, column))}`;
        expect(squeeze($(`section[aria-labelledby=band-${column}]`).text())).toContain(words);
        expect(written).toContain(`${words} assumed`);
        expect(pdf.alternatives.join(' ')).toContain(`${labelOf(person)} ${words}`);
      }
      for (const { id, weight } of criteria) {
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
    const chosen = scored().slice(0, 5);
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
    const weights = criteria.map(({ weight }) => weight);
    const scoresOn = (person: Person) => criteria.map(({ id }) => person.criteria.get(id) ?? NaN);
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
    const chosen = scored().slice(0, 5);
    const $ = await compare(chosen);
    const heads = $('.compared thead th').toArray().slice(1);
    const order = heads.map((head) => chosen.find((one) => labelOf(one) === squeeze($(head).text())));
    const prompts = form.items.filter((item) => item.kind === 'written-response');
    const rows = rowsIn($, '.compared tbody tr');
    const scoresIn = (head: string) =>
      rows.find((row) => row.head.startsWith(head))?.cells.map((cell) => /^\d+/.exec(cell)?.[0]);
    for (const [column, head] of COLUMNS) {
      expect(scoresIn(head)).toEqual(order.map((person) => shown(person?.[column] ?? NaN)));
    }
    for (const { id, label } of criteria) {
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

describe('every number in an export', () => {
  it('of applicants follows from raw responses and ratings, in all three formats', async () => {
    const lines = await exported(recruiter, at('/exports/file'), 'applicants');
    expect(lines).toHaveLength(APPLICANTS);
    for (const line of lines) {
      const person = raw.people.get(line['applicant_id'] as string);
      for (const column of ['judgment', 'written'] as const) {
        const value = person?.[column] ?? null;
        if (value === null || person === undefined) {
          expect([line[column], line[`${column}_half_band_90`]]).toEqual([null, null]);
          continue;
        }
        expect(line[column]).toBeCloseTo(value, 9);
        expect(line[`${column}_half_band_90`]).toBeCloseTo(half(person, column), 2);
        expect(line[`${column}_precision`]).toBe('assumed');
        expect(line[`${column}_reliability`]).toBe(PLANNED[column].reliability);
      }
      for (const { id } of criteria) {
        const score = person?.criteria.get(id);
        if (score === undefined) expect(line[`criterion_${id}`]).toBeNull();
        else expect(line[`criterion_${id}`]).toBeCloseTo(score, 9);
      }
    }
  });

  it('of Overall follows from both parts and the constants, and is absent without them', async () => {
    for (const line of await exported(recruiter, at('/exports/file'), 'applicants'))
      expect([line['overall'], line['overall_missing']]).toEqual([null, 'no-constants']);
    const constants = {
      ...{ n: 140, correlation: 0.3, weights: { judgment: 40, written: 60 } },
      ...{ judgment: { mean: 55, sd: 12 }, written: { mean: 48, sd: 15 } },
    };
    await freezeConstants(test, role, recruiter, constants);
    const lines = await exported(recruiter, at('/exports/file'), 'applicants');
    const whole = lines.filter(({ overall }) => overall !== null);
    expect(whole).toHaveLength(scored().length);
    for (const line of whole) {
      const person = raw.people.get(line['applicant_id'] as string);
      if (person === undefined) throw new Error('nobody');
      const t = (column: 'judgment' | 'written') =>
        50 + (10 * ((person[column] ?? NaN) - constants[column].mean)) / constants[column].sd;
      expect(line['overall']).toBeCloseTo(0.4 * t('judgment') + 0.6 * t('written'), 9);
      const error = (column: 'judgment' | 'written', weight: number) =>
        (weight * 10 * half(person, column)) / constants[column].sd;
      expect(line['overall_half_band_90']).toBeCloseTo(
        Math.hypot(error('judgment', 0.4), error('written', 0.6)),
        2,
      );
      expect([line['overall_precision'], line['overall_constants_n']]).toEqual(['assumed', 140]);
    }
  });

  it('of levels is what raters gave and what follows from it', async () => {
    const lines = await exported(recruiter, at('/exports/file'), 'levels');
    const attemptOf = new Map(attempts.map(({ _id, applicantId }) => [applicantId as string, _id]));
    let given = 0;
    for (const line of lines) {
      const [applicant, prompt, criterion] = ['applicant_id', 'prompt', 'criterion'].map((name) =>
        String(line[name]),
      ) as [string, string, string];
      const level = raw.people.get(applicant)?.levels.get(prompt)?.[criterion];
      if (level !== undefined) expect(line['level']).toBeCloseTo(level, 9);
      if (line['rater'] === null) continue;
      const own = ratings
        .filter((one) => one.attemptId === attemptOf.get(applicant) && one.itemId === prompt)
        .sort((left, right) => left.slot - right.slot);
      const { judgement } = own[Number(line['rater']) - 1] ?? {};
      expect(line['given_level']).toBe(judgement?.levels[criterion] ?? null);
      given += 1;
    }
    const pairs = ratings.flatMap(({ judgement }) => Object.keys(judgement.levels));
    expect(given).toBeGreaterThanOrEqual(pairs.length);
  });

  it('of responses is every word that was stored', async () => {
    const lines = await exported(recruiter, at('/exports/file'), 'responses');
    const finished = attempts.filter(({ state }) => state !== 'open');
    const prompts = form.items.filter(({ kind }) => kind === 'written-response');
    expect(lines).toHaveLength(finished.length * prompts.length);
    for (const line of lines) {
      const attempt = finished.find(({ applicantId }) => applicantId === line['applicant_id']);
      const value = attempt?.responses[line['prompt'] as never]?.value as
        { a: string; b: string } | undefined;
      expect([line['first'], line['then']]).toEqual([value?.a ?? null, value?.b ?? null]);
    }
  });
});

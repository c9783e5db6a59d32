import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { load, type CheerioAPI } from 'cheerio';
import { parse } from 'csv-parse/sync';
import { keyedForms } from '../../../src/content/keyed-forms.ts';
import type { Attempt } from '../../../src/core/attempt/attempt.ts';
import type { Form } from '../../../src/core/form/form.ts';
import type { OrganisationId } from '../../../src/core/kernel/ids.ts';
import { currentIntake, type Requisition } from '../../../src/core/requisition/requisition.ts';
import type { Criterion } from '../../../src/core/rubric/rubric.ts';
import { newId } from '../../../src/ops/secrets.ts';
import { simulateRole } from '../../../src/simulation/simulate-role.ts';
import { createKeyVersionStore } from '../../../src/store/key-version-store.ts';
import { signInAs, type Staff } from '../../support/actors.ts';
import { readPdf } from '../../support/read-pdf.ts';
import { readWorkbook } from '../../support/read-workbook.ts';
import { startTestApp, type TestApp } from '../../support/test-app.ts';
import { recompute, type RawRating, type Recomputed } from '../assessment-quality/recompute.ts';
import { shelf } from '../../support/shelf.ts';

const APPLICANTS = 24;
/** The planning values of the assessment, as its file says them. */
const PLANNED = { judgment: { reliability: 0.5, sd: 14 }, written: { reliability: 0.5, sd: 16 } };

let test: TestApp;
let recruiter: Staff;
let role: Requisition;
let form: Form;
let criteria: readonly Criterion[];
let raw: Recomputed;
let attempts: readonly (Attempt & { readonly _id: string })[];
let ratings: readonly RawRating[];
let labels: ReadonlyMap<string, string>;

/** Everything below is read past the product: documents as they are stored. */
async function readRaw(keyVersions: ReturnType<typeof createKeyVersionStore>): Promise<void> {
  const { organisationId, id: requisitionId } = role;
  const intake = currentIntake(role);
  form = await test.deps.stores.formVersions.get(organisationId, intake.formVersionId);
  ({ criteria } = await test.deps.stores.rubrics.getVersion(organisationId, intake.rubricVersionId));
  const key = await keyVersions.get(organisationId, intake.keyVersionId);
  const all = async <T>(collection: string) =>
    (await test.connection.collection(collection).find({ requisitionId }).toArray()) as unknown as T[];
  attempts = await all('attempts');
  ratings = await all('ratings');
  raw = recompute({ form, key, criteria, attempts, ratings, byLead: await all('ratingTasks') });
  const applicants = await all<{ _id: string; label: string }>('applicants');
  labels = new Map(applicants.map(({ _id, label }) => [_id, label]));
}

beforeAll(async () => {
  test = await startTestApp();
  const home = newId<OrganisationId>();
  const about = { name: 'Harbour Line', contactName: 'The team', contactEmail: 'team@example.org' };
  await test.deps.stores.organisations.insertFirst({ id: home, ...about }, test.deps.clock());
  recruiter = await signInAs(test, home, ['recruiter']);
  const keyVersions = createKeyVersionStore(test.connection);
  const keys = { keyedForms: keyedForms(shelf), keyVersions };
  const wanted = { applicants: APPLICANTS, evidence: APPLICANTS, seed: 'recomputed' };
  const made = await simulateRole(test.deps, keys, wanted, () => undefined);
  if (made.kind !== 'simulated') throw new Error(made.kind);
  role = made.requisition;
  await readRaw(keyVersions);
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

/** Half of the last digit that is written. */
const lastPlace = (text: string): number => 0.5 * 10 ** -(text.split('.')[1]?.length ?? 0) + 1e-9;

/** In how many of the weightings within ten points, in steps of two, one person is above another. */
function shareAbove(upper: Person, lower: Person): number {
  const [a = 0, b = 0, c = 0] = criteria.map(({ weight }) => weight);
  const [x = 0, y = 0, z = 0] = criteria.map(
    ({ id }) => (upper.criteria.get(id) ?? NaN) - (lower.criteria.get(id) ?? NaN),
  );
  const shares: boolean[] = [];
  for (let first = a - 10; first <= a + 10; first += 2) {
    for (let second = b - 10; second <= b + 10; second += 2) {
      const third = 100 - first - second;
      if (Math.abs(third - c) <= 10) shares.push(first * x + second * y + third * z > 1e-7);
    }
  }
  return shares.filter(Boolean).length / shares.length;
}

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
      const pairs = $(figure).find('tbody tr').toArray();
      expect(pairs).toHaveLength(10);
      for (const row of pairs) {
        const [left, right] = pairIn(squeeze($(row).find('th').text()), ' and ', chosen);
        const [difference = '', least = '', reading] = $(row)
          .find('td')
          .toArray()
          .map((cell) => $(cell).text());
        const apart = Math.abs((left[column] ?? NaN) - (right[column] ?? NaN));
        const needed = Math.hypot(half(left, column), half(right, column));
        expect(Math.abs(Number(difference) - apart)).toBeLessThanOrEqual(lastPlace(difference));
        expect(Math.abs(Number(least) - needed)).toBeLessThanOrEqual(lastPlace(least));
        expect(reading).toBe(apart >= needed ? 'differ' : 'not distinguishable');
        expect(Number(difference) >= Number(least)).toBe(apart >= needed);
      }
    }
    const lines = $('li')
      .toArray()
      .map((line) => squeeze($(line).text()))
      .filter((line) => / is above .* under /.test(line));
    expect(lines.length).toBeGreaterThan(5);
    for (const line of lines) {
      const [names = '', under = ''] = line.split(' under ');
      const [upper, lower] = pairIn(names, ' is above ', chosen);
      const share = shareAbove(upper, lower);
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
    const rows = $('.compared tbody tr')
      .toArray()
      .map((row) => ({
        head: squeeze($(row).find('th').text()),
        cells: $(row)
          .find('td')
          .toArray()
          .map((cell) => squeeze($(cell).text())),
      }));
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

type Value = string | number | boolean | null;
type Line = Readonly<Record<string, Value>>;

const asText = (value: Value | undefined): string =>
  value === undefined || value === null ? '' : `${value}`;

/** The same rows from all three formats, as texts, so that they can be held against each other. */
async function exported(rows: string): Promise<readonly Line[]> {
  const get = (format: string) => recruiter.agent.get(at(`/exports/file?rows=${rows}&format=${format}`));
  const csv = parse<Line>((await get('csv')).text, { columns: true });
  const json = (await get('json')).body as Line[];
  const [[head = [], ...cells] = []] = readWorkbook((await get('xlsx').responseType('blob')).body as Buffer);
  const texts = (line: Line) => Object.fromEntries(Object.entries(line).map(([k, v]) => [k, asText(v)]));
  const sheet = cells.map((row) =>
    Object.fromEntries(head.map((name, place) => [String(name), row[place] ?? null])),
  );
  // What a spreadsheet would compute has a sign before it in CSV alone.
  const plain = (line: Line) =>
    Object.fromEntries(Object.entries(line).map(([k, v]) => [k, asText(v).replace(/^'(?=[=+\-@\t\r])/, '')]));
  expect(sheet.map(texts)).toEqual(json.map(texts));
  expect(csv.map(plain)).toEqual(json.map(texts));
  return json;
}

describe('every number in an export', () => {
  it('of applicants follows from raw responses and ratings, in all three formats', async () => {
    const lines = await exported('applicants');
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

  it('of levels is what raters gave and what follows from it', async () => {
    const lines = await exported('levels');
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
    const lines = await exported('responses');
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

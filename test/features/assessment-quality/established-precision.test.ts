import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { load, type CheerioAPI } from 'cheerio';
import type { Attempt } from '../../../src/core/attempt/attempt.ts';
import type { Form } from '../../../src/core/form/form.ts';
import type { Key } from '../../../src/core/form/key.ts';
import type { OrganisationId } from '../../../src/core/kernel/ids.ts';
import { currentIntake, type Requisition } from '../../../src/core/requisition/requisition.ts';
import type { RubricVersion } from '../../../src/core/rubric/rubric.ts';
import { createThread } from '../../../src/ops/run-in-thread.ts';
import { newId } from '../../../src/ops/secrets.ts';
import { createKeyVersionStore } from '../../../src/store/key-version-store.ts';
import { keyedForms } from '../../../src/content/keyed-forms.ts';
import { projectRoot } from '../../../src/compose.ts';
import { simulateRole } from '../../../src/simulation/simulate-role.ts';
import { signInAs, type Staff } from '../../support/actors.ts';
import { startTestApp, type TestApp } from '../../support/test-app.ts';
import { halfBandOn, recompute, type Recomputed, type RawRating } from './recompute.ts';
import { shelf } from '../../support/shelf.ts';

const APPLICANTS = 90;

let test: TestApp;
let recruiter: Staff;
let requisition: Requisition;
let form: Form;
let key: Key;
let rubric: RubricVersion;
let raw: Recomputed;
let before: string;
let lead: Staff;
let qualityBefore: string;

/** The compared people, by applicant id, in no particular order. */
let chosen: string[];

beforeAll(async () => {
  test = await startTestApp();
  const home = newId<OrganisationId>();
  const about = { name: 'Harbour Line', contactName: 'The team', contactEmail: 'team@example.org' };
  await test.deps.stores.organisations.insertFirst({ id: home, ...about }, test.deps.clock());
  recruiter = await signInAs(test, home, ['recruiter']);
  lead = await signInAs(test, home, ['hiring-manager']);
  const keyVersions = createKeyVersionStore(test.connection);
  const keys = { keyedForms: keyedForms(shelf), keyVersions };
  const wanted = { applicants: APPLICANTS, evidence: APPLICANTS, seed: 'precision' };
  const made = await simulateRole(test.deps, keys, wanted, () => undefined);
  if (made.kind !== 'simulated') throw new Error(made.kind);
  requisition = made.requisition;
  const members = [...requisition.members, lead.actor.personId];
  await test.connection.collection('requisitions').updateOne({ _id: requisition.id }, { $set: { members } });
  const intake = currentIntake(requisition);
  form = await test.deps.stores.formVersions.get(home, intake.formVersionId);
  rubric = await test.deps.stores.rubrics.getVersion(home, intake.rubricVersionId);
  key = await keyVersions.get(home, intake.keyVersionId);
  const within = { requisitionId: requisition.id };
  const attempts = await test.connection.collection('attempts').find(within).toArray();
  const ratings = await test.connection.collection('ratings').find(within).toArray();
  const tasks = await test.connection.collection('ratingTasks').find(within).toArray();
  raw = recompute({
    form,
    key,
    criteria: rubric.criteria,
    attempts: attempts as unknown as Attempt[],
    ratings: ratings as unknown as RawRating[],
    byLead: tasks as never,
  });
  chosen = [...raw.people.values()]
    .filter(({ judgment, written }) => judgment !== null && written !== null)
    .sort((left, right) => (left.written ?? 0) - (right.written ?? 0))
    .filter((_, index, { length }) => [0, Math.floor(length / 2), length - 1].includes(index))
    .map(({ applicantId }) => applicantId);
  before = (await recruiter.get(path())).text;
  qualityBefore = (await lead.get(`/requisitions/${requisition.id}/quality`)).text;
  // As main.ts does it: the built thread has a connection of its own.
  const task = { uri: process.env['TEST_MONGODB_URI'], dbName: test.connection.name, logLevel: 'silent' };
  await createThread(new URL(`file://${projectRoot}/dist/analysis-worker.js`), task, 192).run();
}, 120_000);
afterAll(() => test.close());

const path = (): string =>
  `/requisitions/${requisition.id}/comparison?${chosen.map((id) => `applicant=${id}`).join('&')}`;
const squeeze = (text: string): string => text.replace(/\s+/g, ' ').trim();
const texts = ($: CheerioAPI, found: ReturnType<CheerioAPI>): string[] =>
  found.toArray().map((one) => squeeze($(one).text()));
const shown = (value: number): string => String(Math.round(value));
const two = (value: number): string => value.toFixed(2).replace(/^0/, '');

async function page(): Promise<CheerioAPI> {
  const { status, text } = await recruiter.get(path());
  expect(status).toBe(200);
  return load(text);
}

/** Labels of the page in its order, with what the raw data say about each. */
async function peopleOf($: CheerioAPI) {
  const labels = texts($, $('.compared thead th')).slice(1);
  const applicants = await test.connection
    .collection('applicants')
    .find({ requisitionId: requisition.id })
    .toArray();
  return labels.map((label) => {
    const id = applicants.find((one) => one['label'] === label)?._id as unknown as string;
    const person = raw.people.get(id);
    if (person === undefined) throw new Error(`${label} has no raw data`);
    return { ...person, label };
  });
}

describe('precision that an organisation has established', () => {
  it('rests on at least 50 attempts and 30 double ratings; before it was computed the page says assumed', () => {
    expect(raw.judgment.n).toBeGreaterThanOrEqual(50);
    expect(raw.written.n).toBeGreaterThanOrEqual(50);
    expect(raw.doubleRatings).toBeGreaterThanOrEqual(30);
    expect(before).toContain('Precision assumed');
    expect(before).toContain('dashed');
  });

  it.each(['written', 'judgment'] as const)(
    'says the reliability, the method and n of %s as they follow from the raw data',
    async (column) => {
      const $ = await page();
      const { reliability, n, interval } = raw[column];
      const method =
        column === 'written'
          ? `alpha over ${raw.prompts} prompts, two raters each`
          : `stratified alpha over ${raw.situations} situations`;
      const text = squeeze($('main').text());
      expect(text).toContain(
        `Reliability ${two(reliability)} (90 % interval ${two(interval.lower)} to ${two(interval.upper)}; ${method}, n = ${n}).`,
      );
      expect(text).not.toContain('assumed');
    },
  );

  it('shows scores with half their 90 % band as they follow from the raw data', async () => {
    const $ = await page();
    const people = await peopleOf($);
    for (const column of ['judgment', 'written'] as const) {
      const name = column === 'judgment' ? 'Judgment' : 'Written';
      const row = $('.compared tbody tr')
        .toArray()
        .find((one) => squeeze($(one).find('th').text()).startsWith(name));
      const cells = texts($, $(row).find('td'));
      expect(cells).toHaveLength(3);
      for (const [index, person] of people.entries()) {
        const half = 1.645 * raw[column].sd * Math.sqrt(1 - raw[column].reliability);
        expect(cells[index]).toContain(shown(person[column] ?? NaN));
        expect(cells[index]).toContain(`± ${shown(half * person.widening[column])}`);
      }
    }
  });

  it('shows the score of every criterion with half its band as both follow from the raw ratings', async () => {
    const $ = await page();
    const people = await peopleOf($);
    for (const { id, label, weight } of rubric.criteria) {
      const row = $('.compared tbody tr')
        .toArray()
        .find((one) => squeeze($(one).find('th').text()).includes(`${label} weight ${weight} %`));
      const cells = texts($, $(row).find('td'));
      const words = people.map(
        (person) => `${shown(person.criteria.get(id) ?? NaN)} ± ${shown(halfBandOn(id, raw, form, person))}`,
      );
      expect(cells).toEqual(words);
    }
  });

  it('says of every two people whether they differ by the pairwise rule', async () => {
    const $ = await page();
    const people = await peopleOf($);
    for (const column of ['judgment', 'written'] as const) {
      const sem = raw[column].sd * Math.sqrt(1 - raw[column].reliability);
      const name = column === 'judgment' ? 'Judgment' : 'Written';
      const table = $(`[aria-label*="${name} with comparison bars"] table`);
      const rows = table
        .find('tbody tr')
        .toArray()
        .map((row) => texts($, $(row).find('th, td')));
      const expected = people.flatMap((left, index) =>
        people.slice(index + 1).map((right) => {
          const apart = Math.abs((left[column] ?? NaN) - (right[column] ?? NaN));
          const [a, b] = [sem * left.widening[column], sem * right.widening[column]];
          const least = 1.645 * Math.sqrt(a * a + b * b);
          const reading = apart >= least ? 'differ' : 'not distinguishable';
          return [`${left.label} and ${right.label}`, shown(apart), shown(least), reading];
        }),
      );
      expect(rows).toEqual(expected);
    }
  });

  it('draws in the report twenty true scores by Kelley’s formula, in which missing parts lower the reliability', async () => {
    for (const id of chosen) {
      const $ = load((await recruiter.get(`/requisitions/${requisition.id}/applicants/${id}`)).text);
      for (const column of ['judgment', 'written'] as const) {
        const { mean, sd, reliability } = raw[column];
        const person = raw.people.get(id);
        const r = 1 - (1 - reliability) * (person?.widening[column] ?? NaN) ** 2;
        const likely = mean + r * ((person?.[column] ?? NaN) - mean);
        const figure = $(`section[aria-labelledby=band-${column}] figure`).eq(1);
        expect(figure.find('circle')).toHaveLength(20);
        const within = 1.645 * sd * Math.sqrt(r * (1 - r));
        expect(texts($, figure.find('tbody td'))).toEqual([shown(likely), `± ${shown(within)}`]);
      }
    }
  });

  it('stores each criterion over its prompts with the same statistics', async () => {
    const stored = await test.connection
      .collection('analyses')
      .findOne({ column: 'written', simulatedIn: requisition.id });
    const criteria = stored?.['criteria'] as { criterion: string; own: { reliability: number; n: number } }[];
    expect(criteria).toHaveLength(rubric.criteria.length);
    for (const { criterion, own } of criteria) {
      expect(own.reliability).toBeCloseTo(raw.criteria.get(criterion)?.reliability ?? NaN, 9);
      expect(own.n).toBe(raw.criteria.get(criterion)?.n);
    }
    expect(stored?.['doubleRatings']).toBe(raw.doubleRatings);
  });

  it('belongs to a simulated role alone', async () => {
    const kept = await test.connection.collection('analyses').find({}).toArray();
    expect(kept).toHaveLength(2);
    expect(kept.map((one) => one['simulatedIn'] as string)).toEqual([requisition.id, requisition.id]);
  });
});

describe('the page of assessment quality', () => {
  const quality = async (staff: Staff, at = `/requisitions/${requisition.id}/quality`) => {
    const { status, text } = await staff.get(at);
    expect(status).toBe(200);
    return load(text);
  };
  const cellsOf = ($: CheerioAPI, id: string) =>
    $(`[aria-labelledby="${id}-heading"] tbody tr`)
      .toArray()
      .map((row) => texts($, $(row).find('th, td')));

  it('says that nothing is there before it was computed, and from when it is afterwards', async () => {
    expect(qualityBefore).toContain('Nothing has been computed yet');
    const text = squeeze((await quality(lead))('main').text());
    expect(text).not.toContain('Nothing has been computed yet');
    expect(text).toMatch(/As of \d+ \w+ \d{4}, from \d+ finished attempts/);
    const { reliability } = raw.written;
    expect(text).toContain(`Reliability ${two(reliability)} (90 % interval`);
  });

  it('shows for every criterion how often the first two raters gave the same level', async () => {
    const rows = cellsOf(await quality(lead), 'agreement');
    const ratings = (await test.connection
      .collection('ratings')
      .find({ requisitionId: requisition.id })
      .toArray()) as unknown as (RawRating & { taskId: string })[];
    expect(rows).toHaveLength(rubric.criteria.length);
    for (const [index, { id, label }] of rubric.criteria.entries()) {
      const pairs = ratings
        .filter(({ slot, judgement }) => slot === 0 && judgement.unratable === null)
        .flatMap((first) => {
          const second = ratings.find(({ taskId, slot }) => taskId === first.taskId && slot === 1);
          const levels = [first.judgement.levels[id], second?.judgement.levels[id]];
          return second?.judgement.unratable === null && levels.every((level) => level !== undefined)
            ? [levels]
            : [];
        });
      const same = pairs.filter(([one, other]) => one === other).length / pairs.length;
      expect(rows[index]?.slice(0, 3)).toEqual([label, `${pairs.length}`, `${Math.round(100 * same)} %`]);
    }
  });

  it('shows every situation with its correlation with the rest, and every option with a share', async () => {
    const $ = await quality(lead);
    const situations = form.items.filter(({ kind }) => kind !== 'written-response');
    const rows = cellsOf($, 'items');
    expect(rows.map(([title]) => title)).toEqual(situations.map(({ title }) => title));
    expect(rows.every((row) => /^-?(1|\.\d\d)/.test(row[3] ?? ''))).toBe(true);
    expect($('[aria-labelledby="options-heading"] svg')).toHaveLength(situations.length);
  });

  it('answers whether another prompt or another rater would help more', async () => {
    const text = squeeze((await quality(lead))('main').text());
    expect(text).toMatch(/(Another (prompt|rater) would help more|Both help alike|Neither one prompt)/);
    expect(text).toContain('Variance components of');
  });

  it('names nobody, and is there for auditors but not for recruiters', async () => {
    const auditor = await signInAs(test, lead.actor.organisationId, ['auditor']);
    const $ = await quality(auditor, `/quality/${requisition.id}`);
    const labels = await test.connection
      .collection('applicants')
      .find({ requisitionId: requisition.id })
      .toArray();
    const words = new Set($('main').text().split(/\W+/));
    expect(labels.filter((one) => words.has(one['label'] as string))).toEqual([]);
    const list = await auditor.get('/quality');
    expect(list.text).toContain(`/quality/${requisition.id}`);
    expect((await recruiter.get(`/requisitions/${requisition.id}/quality`)).status).toBe(403);
  });
});

import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { load, type CheerioAPI } from 'cheerio';
import type {
  CriterionId,
  IntakeId,
  KeyVersionId,
  OrganisationId,
  RubricVersionId,
} from '../../../src/core/kernel/ids.ts';
import { currentIntake } from '../../../src/core/requisition/requisition.ts';
import { addOrganisation, signInAs, type Staff } from '../../support/actors.ts';
import { startTestApp, type TestApp } from '../../support/test-app.ts';
import { aPerson, aRole, ratedThroughout, type MadePerson, type PersonSpec, type Role } from './a-role.ts';
import { storePeople, storeRole } from './store-role.ts';

let test: TestApp;
let home: OrganisationId;
let recruiter: Staff;
let role: Role;

beforeAll(async () => {
  test = await startTestApp();
  home = await addOrganisation(test);
  recruiter = await signInAs(test, home, ['recruiter']);
}, 60_000);
afterAll(() => test.close());
beforeEach(async () => {
  role = aRole(home, { members: [recruiter.actor.personId] });
  await storeRole(test, role);
});

async function add(...specs: PersonSpec[]): Promise<MadePerson[]> {
  const people = specs.map((spec) => aPerson(role, spec));
  await storePeople(test, people);
  return people;
}

const pathOf = (people: readonly MadePerson[]): string =>
  `/requisitions/${role.requisition.id}/comparison?${people.map(({ applicant }) => `applicant=${applicant.id}`).join('&')}`;

async function compare(people: readonly MadePerson[], show = 'bars'): Promise<CheerioAPI> {
  const response = await recruiter.get(`${pathOf(people)}&show=${show}`);
  expect(response.status).toBe(200);
  return load(response.text);
}

const squeeze = (text: string): string => text.replace(/\s+/g, ' ').trim();
const rated = (levels: readonly (1 | 2 | 3 | 4 | 5)[] = [4, 3, 5]) => ratedThroughout(role.form, levels);

describe('applicants side by side', () => {
  it('show every response verbatim beside the situation, which stands once', async () => {
    const people = await add({ label: 'AAAAA', ...rated() }, { label: 'BBBBB', ...rated([2, 2, 2]) });
    const $ = await compare(people, 'responses');
    const prompts = $('section').filter((_, section) => $(section).find('article').length > 0);
    const prompt = prompts.first();
    expect(prompt.find('h2').text()).toBe('A quiet room');
    expect(prompt.find('details').text()).toContain('It is 22:30.');
    expect(prompt.find('article')).toHaveLength(2);
    expect(prompt.find('article').first().text()).toContain('First words on w01.');
    expect(prompt.find('article').first().text()).toContain('Then words on w01.');
    expect(prompts).toHaveLength(3);
  });

  it('stand in the order of the shuffle, whatever the address says', async () => {
    const people = await add(
      { label: 'AAAAA', ...rated() },
      { label: 'BBBBB', ...rated() },
      { label: 'CCCCC', ...rated() },
    );
    const headings = ($: CheerioAPI) =>
      $('.compared thead th')
        .toArray()
        .map((element) => $(element).text())
        .slice(1);
    const order = [...people]
      .sort((left, right) => left.standing.shuffleRank - right.standing.shuffleRank)
      .map(({ applicant }) => applicant.label);
    expect(headings(await compare(people))).toEqual(order);
    const $ = await compare([...people].reverse());
    expect(headings($)).toEqual(order);
    // The same people below each score, for a phone.
    const names = $('.levels-narrow details').first().find('strong').toArray();
    expect(names.map((name) => $(name).text())).toEqual(order);
  });

  it('show each level with its anchor, and both anchors where it lies between two', async () => {
    const ratings = {
      w01: {
        levels: [
          [4, 3, 5],
          [5, 3, 5],
        ],
      },
    } as const;
    const { texts } = rated();
    const people = await add({ label: 'AAAAA', texts: texts ?? {}, ratings }, { label: 'BBBBB', ...rated() });
    const $ = await compare(people, 'responses');
    const entry = squeeze($('article[aria-label="AAAAA, A quiet room"] .given > div').first().text());
    const anchors = role.rubric.criteria[0]?.levels.slice(3).map(({ anchor }) => squeeze(anchor)) ?? [];
    expect(anchors).toHaveLength(2);
    for (const anchor of anchors) expect(entry).toContain(anchor);
    expect(entry).toContain('Level 4.5');
    expect(entry).toContain('raters gave 4 and 5');
  });

  it('mark the words that raters marked, each with its criterion', async () => {
    const a = 'I hear that it is late. Here is what I do.';
    const span = { criterion: 'empathy' as CriterionId, step: 'a', start: 0, end: 23 } as const;
    const people = await add(
      {
        label: 'AAAAA',
        texts: { w01: { a, b: 'And then.' } },
        ratings: {
          w01: {
            levels: [
              [4, 3, 5],
              [4, 3, 5],
            ],
            spans: [span],
            reason: 'Says what they feel.',
          },
        },
      },
      { label: 'BBBBB', ...rated() },
    );
    const $ = await compare(people, 'responses');
    const article = $('article[aria-label="AAAAA, A quiet room"]');
    expect(article.find('mark')).toHaveLength(1);
    expect(squeeze(article.find('mark').text())).toBe('I hear that it is late., marked for Empathy, 1');
    expect(squeeze(article.text())).toContain('A rater wrote: Says what they feel.');
  });

  it('say what is still waited for instead of half a rating', async () => {
    const texts = { w01: { a: 'First.', b: 'Then.' } };
    const people = await add(
      {
        label: 'AAAAA',
        texts,
        ratings: {
          w01: {
            levels: [
              [1, 3, 3],
              [4, 3, 3],
            ],
          },
        },
      },
      { label: 'BBBBB', texts },
    );
    const $ = await compare(people, 'responses');
    const given = (label: string) => squeeze($(`article[aria-label="${label}, A quiet room"]`).text());
    expect(given('AAAAA')).toContain('waiting for a third rating');
    expect(given('AAAAA')).not.toContain('raters gave');
    expect(given('BBBBB')).toContain('waiting for rating');
    const clarinet = squeeze($('article[aria-label="AAAAA, The clarinet"]').text());
    expect(clarinet).toContain('No response was written.');
    expect(clarinet).toContain('counts as the lowest level');
  });

  it('never show what is not handed in yet', async () => {
    const people = await add(
      { label: 'AAAAA', state: 'writing', texts: { w01: { a: 'Half a thought', b: '' } } },
      { label: 'BBBBB', ...rated() },
    );
    const $ = await compare(people, 'responses');
    expect($.html()).not.toContain('Half a thought');
    expect($('article[aria-label="AAAAA, A quiet room"]').text()).toContain('Nothing handed in yet.');
  });

  it('never let a response become markup', async () => {
    const texts = { w01: { a: '<script>alert(1)</script><b>x</b>', b: '' } };
    const people = await add({ label: 'AAAAA', texts }, { label: 'BBBBB', ...rated() });
    const $ = await compare(people, 'responses');
    expect($('article script, article b')).toHaveLength(0);
    expect($('article[aria-label="AAAAA, A quiet room"]').text()).toContain('<script>alert(1)</script>');
  });

  it('carry no name, address, time of day or rater', async () => {
    const people = await add({ label: 'AAAAA', ...rated() }, { label: 'BBBBB', ...rated() });
    const pages = await Promise.all(
      ['bars', 'profile', 'distribution', 'responses'].map((part) => compare(people, part)),
    );
    const text = pages.map(($) => $.html()).join();
    expect(text.toLowerCase()).not.toContain('canary');
    const raters = people.flatMap(({ tasks }) =>
      tasks.flatMap(({ slots }) => slots.map(({ raterId }) => raterId)),
    );
    expect(raters).toHaveLength(12);
    for (const rater of raters) expect(text).not.toContain(rater ?? 'nobody');
  });

  it('say on the page what it may be used for', async () => {
    const people = await add({ label: 'AAAAA', ...rated() }, { label: 'BBBBB', ...rated() });
    expect((await compare(people))('main').text()).toContain(
      'Do not use it as the only reason to reject someone.',
    );
  });

  it('leave a trace of who looked at whom', async () => {
    const people = await add({ label: 'AAAAA', ...rated() }, { label: 'BBBBB', ...rated() });
    await compare(people);
    const events = await test.deps.stores.audit.listNewest(home, 1000);
    const views = events.filter(({ facts }) => facts['requisitionId'] === role.requisition.id);
    expect(views).toHaveLength(1);
    expect(views[0]).toMatchObject({
      type: 'comparison-viewed',
      actor: { kind: 'person', personId: recruiter.actor.personId },
      facts: { applicantIds: people.map(({ applicant }) => applicant.id) },
    });
  });
});

describe('a comparison that cannot be made', () => {
  it.each([0, 1, 6])(
    'of %i says to choose two to five, with the way back as it was ticked',
    async (count) => {
      const labels = ['AAAAA', 'BBBBB', 'CCCCC', 'DDDDD', 'EEEEE', 'FFFFF'].slice(0, count);
      const people = await add(...labels.map((label) => ({ label, ...rated() })));
      const { status, text } = await recruiter.get(pathOf(people));
      expect(status).toBe(422);
      const $ = load(text);
      expect($('h1').text()).toBe('Choose 2 to 5 applicants');
      for (const { applicant } of people) expect($('main a').attr('href')).toContain(applicant.id);
    },
  );

  it('of the same person twice is a comparison of one', async () => {
    const [person] = await add({ label: 'AAAAA', ...rated() });
    const { status } = await recruiter.get(pathOf([person, person] as MadePerson[]));
    expect(status).toBe(422);
  });

  it('with somebody erased, or of another role, says so in the same words and keeps the others ticked', async () => {
    const [first, second, gone] = await add(
      { label: 'AAAAA', ...rated() },
      { label: 'BBBBB', ...rated() },
      { label: 'CCCCC', ...rated() },
    );
    const _id = gone?.applicant.id as never;
    await test.connection.collection('applicants').updateOne({ _id }, { $set: { state: 'erasing' } });
    const other = aRole(home, { members: [recruiter.actor.personId] });
    await storeRole(test, other);
    const stranger = aPerson(other, { label: 'DDDDD', ...rated() });
    await storePeople(test, [stranger]);
    const answers = await Promise.all(
      [gone, stranger].map((third) => recruiter.get(pathOf([first, second, third] as MadePerson[]))),
    );
    const pages = answers.map(({ text }) => load(text));
    expect(answers.map(({ status }) => status)).toEqual([404, 404]);
    for (const $ of pages) {
      expect(squeeze($('main').text())).toContain('One of them is not here any more');
      expect($('main').text()).not.toMatch(/CCCCC|DDDDD/);
      const ticked = `applicant=${first?.applicant.id}&applicant=${second?.applicant.id}`;
      const hrefs = $('main a')
        .toArray()
        .map((link) => $(link).attr('href'));
      expect(hrefs).toContain(`/requisitions/${role.requisition.id}/applicants?${ticked}`);
      expect(hrefs).toContain(`/requisitions/${role.requisition.id}/comparison?${ticked}`);
    }
    const alone = load((await recruiter.get(pathOf([first, gone] as MadePerson[]))).text);
    expect(alone('main a[href*="/comparison"]')).toHaveLength(0);
    expect(alone(`main a[href$="/applicants?applicant=${first?.applicant.id}"]`)).toHaveLength(1);
  });

  it.each([
    ['the intake alone', {}, 'different intakes'],
    ['the key', { keyVersionId: 'earlier-key-0000000000' as KeyVersionId }, 'scored with different keys'],
    [
      'the rubric version',
      { rubricVersionId: 'earlier-rubric-0000000' as RubricVersionId },
      'rated under different versions of the rubric',
    ],
  ])('across intakes says what differs: %s', async (_, over, words) => {
    const late = currentIntake(role.requisition);
    const earlier = { ...late, id: 'earlier-intake-0000000' as IntakeId, ...over };
    role = aRole(home, { members: [recruiter.actor.personId], intakes: [earlier, late] });
    await storeRole(test, role);
    const people = await add({ label: 'AAAAA', ...rated() });
    const before = aPerson(role, { label: 'BBBBB', ...rated() });
    await storePeople(test, [{ ...before, applicant: { ...before.applicant, intakeId: earlier.id } }]);
    const { status, text } = await recruiter.get(pathOf([...people, before]));
    expect(status).toBe(409);
    expect(text).toContain(words);
  });

  it('says to try again while a change is on its way into the list', async () => {
    const people = await add({ label: 'AAAAA', ...rated() }, { label: 'BBBBB', ...rated() });
    const [first] = people;
    await test.connection.collection('standings').deleteOne({ applicantId: first?.applicant.id });
    const { status, text } = await recruiter.get(pathOf(people));
    expect(status).toBe(409);
    expect(text).toContain('Try again');
  });
});

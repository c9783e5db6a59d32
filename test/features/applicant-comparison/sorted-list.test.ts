import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { load, type CheerioAPI } from 'cheerio';
import type { OrganisationId } from '../../../src/core/kernel/ids.ts';
import type { Requisition } from '../../../src/core/requisition/requisition.ts';
import type { LevelNumber } from '../../../src/core/rubric/rubric.ts';
import { writtenPool } from '../../../src/core/scoring/analysis-pool.ts';
import { sha256 } from '../../../src/ops/secrets.ts';
import { addOrganisation, signInAs, type Staff } from '../../support/actors.ts';
import { startTestApp, type TestApp } from '../../support/test-app.ts';
import { aPerson, aRole, ratedThroughout, type PersonSpec, type Role } from './a-role.ts';
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
beforeEach(() => openRole());

async function openRole(over: Partial<Requisition> = {}): Promise<void> {
  role = aRole(home, { members: [recruiter.actor.personId], ...over });
  await storeRole(test, role);
}

async function open(query: string): Promise<CheerioAPI> {
  const response = await recruiter.get(`/requisitions/${role.requisition.id}/applicants${query}`);
  expect(response.status).toBe(200);
  return load(response.text);
}

/** Everybody at the same level on every criterion: Written is 0, 25, 50, 75 or 100. */
const at = (label: string, level: LevelNumber, over: Partial<PersonSpec> = {}): PersonSpec => ({
  label,
  ...ratedThroughout(role.form, [level, level, level]),
  ...over,
});
const add = (...specs: PersonSpec[]) =>
  storePeople(
    test,
    specs.map((spec) => aPerson(role, spec)),
  );

/** Labels and lines in the order of the page. */
const shown = ($: CheerioAPI): string[] =>
  $('tbody tr')
    .toArray()
    .map((row) =>
      ($(row).is('.line') ? $(row).text() : $(row).find('th').text()).replace(/\s+/g, ' ').trim(),
    );

describe('applicants sorted by a score', () => {
  it('stand with lines where they begin to differ from the highest and from the last place', async () => {
    await add(at('FIVE5', 5), at('FOUR4', 4), at('THREE', 3), at('TWO22', 2), at('ONE11', 1));
    const $ = await open('?sort=written');
    expect(shown($)).toEqual([
      'FIVE5',
      'From here: not distinguishable from the last of 3 places',
      'FOUR4',
      'Down to here: not distinguishable from the highest',
      'THREE',
      'TWO22',
      'Down to here: not distinguishable from the last of 3 places',
      'ONE11',
    ]);
    expect($('th[aria-sort=descending]').text()).toBe('Written');
    expect($('main').text()).toContain('Among people who are not distinguishable the order means nothing.');
  });

  it('keep the lines of the whole list where it is narrowed to some of them', async () => {
    await add(at('FIVE5', 5), at('FOUR4', 4), at('THREE', 3), at('TWO22', 2), at('ONE11', 1));
    await test.connection
      .collection('standings')
      .updateOne({ requisitionId: role.requisition.id, label: 'FIVE5' }, { $set: { stage: 'shortlisted' } });
    expect(shown(await open('?sort=written&stage=open'))).toEqual([
      'FOUR4',
      'Down to here: not distinguishable from the highest',
      'THREE',
      'TWO22',
      'Down to here: not distinguishable from the last of 3 places',
      'ONE11',
    ]);
  });

  it('have their lines drawn from those in the running, as a draw of the places would', async () => {
    await add(at('FIVE5', 5), at('FIVE6', 5), at('FOUR4', 4), at('THREE', 3), at('TWO22', 2), at('ONE11', 1));
    const leave = (label: string, stage: string) =>
      test.connection
        .collection('standings')
        .updateOne({ requisitionId: role.requisition.id, label }, { $set: { stage } });
    await leave('FIVE5', 'withdrawn');
    await leave('FIVE6', 'rejected');
    await leave('FOUR4', 'shortlisted');
    const lines = shown(await open('?sort=written')).slice(2);
    expect(lines).toEqual([
      'FOUR4',
      'From here: not distinguishable from the last of 3 places',
      'THREE',
      'Down to here: not distinguishable from the highest',
      'TWO22',
      'ONE11',
    ]);
  });

  it('have no line where nobody can be told apart', async () => {
    await add(at('FOUR4', 4), at('THREE', 3));
    expect(shown(await open('?sort=written'))).toEqual(['FOUR4', 'THREE']);
  });

  it('leave out who has no score, and say how many', async () => {
    await add(at('FOUR4', 4), { label: 'EMPTY', state: 'invited' });
    const $ = await open('?sort=written');
    expect(shown($)).toEqual(['FOUR4']);
    expect($('main').text()).toContain('1 applicant has no score on it and is not in this order.');
    const back = $('main a').filter((_, link) => $(link).text() === 'Back to the shuffle');
    expect(back.attr('href')).toBe(`/requisitions/${role.requisition.id}/applicants`);
  });

  it('come fifty a page, each of them once, with ties on both sides of the turn', async () => {
    const levels = Array.from({ length: 53 }, (_, index) => at(`A${1000 + index}`, index < 30 ? 4 : 3));
    await add(...levels);
    const first = await open('?sort=written');
    const next = first('button[name=after]').attr('value') ?? '';
    const second = await open(`?sort=written&after=${encodeURIComponent(next)}`);
    const labels = [...shown(first), ...shown(second)].filter((text) => text.startsWith('A1'));
    expect(labels).toHaveLength(53);
    expect(new Set(labels).size).toBe(53);
    expect(shown(second)).toHaveLength(3);
    expect(second('input[type=hidden][name=sort]').attr('value')).toBe('written');
  });

  it('cannot be sorted by Judgment while it is kept back', async () => {
    await add(at('FOUR4', 4, { judgment: { value: 10, reason: null } }), at('THREE', 3));
    const $ = await open('?sort=judgment');
    expect($('th[aria-sort]')).toHaveLength(0);
    expect($('a.sort').text()).toBe('Written');
    expect($('main').text()).toContain('one shuffle for this intake');
  });

  it('can be sorted by Judgment where it may be read', async () => {
    await openRole({ simulated: true });
    const judged = (value: number) => ({ judgment: { value, reason: null } });
    await add(at('LOWER', 4, judged(10)), at('UPPER', 3, judged(90)));
    const $ = await open('?sort=judgment');
    expect(shown($).filter((text) => /^[A-Z]+$/.test(text))).toEqual(['UPPER', 'LOWER']);
    expect($('th[aria-sort=descending]').text()).toBe('Judgment');
  });

  it('offer no order as long as nobody is there', async () => {
    expect((await open('?sort=written'))('.empty h2').text()).toBe('No applicants yet');
  });

  describe('of one criterion', () => {
    // What a pool says of itself holds for every role that measures alike.
    afterEach(() => test.connection.collection('analyses').deleteMany({}));
    const empathy = () => {
      const [first] = role.rubric.criteria;
      if (first === undefined) throw new Error('the role has no criterion');
      return `criterion~${first.id}`;
    };

    it('stand in its order once its own precision is established, with one line, and say what places go by', async () => {
      await establishCriteria();
      await add(at('FIVE5', 5), at('FOUR4', 4), at('THREE', 3), at('TWO22', 2), at('ONE11', 1));
      await test.connection
        .collection('standings')
        .updateOne({ requisitionId: role.requisition.id, label: 'FIVE5' }, { $set: { stage: 'rejected' } });
      const $ = await open(`?sort=${empathy()}`);
      expect(shown($)).toEqual([
        ...['FIVE5', 'FOUR4'],
        'Down to here: not distinguishable from the highest',
        ...['THREE', 'TWO22', 'ONE11'],
      ]);
      expect($('th[aria-sort=descending] a').text()).toBe(role.rubric.criteria[0]?.label);
      expect($('main').text()).toContain('Places are decided on Written, not on one criterion.');
      expect($('td[data-label="Empathy"] .sub').first().text()).toMatch(/^± \d+$/);
    });

    it('can be narrowed to those whose band reaches a score on it, and the address keeps the criterion by its id', async () => {
      await establishCriteria();
      await add(at('FIVE5', 5), at('THREE', 3), at('ONE11', 1));
      const $ = await open(`?on=${empathy()}&could-be=60&sort=${empathy()}`);
      expect(shown($).filter((text) => /^[A-Z]+\d*$/.test(text))).toEqual(['FIVE5', 'THREE']);
      expect($('select[name=on] option[selected]').text()).toBe(role.rubric.criteria[0]?.label);
      expect($('input[type=hidden][name=sort]').attr('value')).toBe(empathy());
      const [cut] = await test.connection
        .collection('auditEvents')
        .find({ type: 'list-narrowed-by-score', 'facts.requisitionId': role.requisition.id })
        .toArray();
      expect(cut?.['facts']).toMatchObject({ column: empathy(), atLeast: 60 });
    });

    it('come in no order where nothing is established, or the version has no such criterion', async () => {
      await add(at('FOUR4', 4), at('THREE', 3));
      for (const asked of [empathy(), 'criterion~nothing']) {
        const $ = await open(`?sort=${asked}&on=${asked}&could-be=10`);
        expect($('th[aria-sort]')).toHaveLength(0);
        expect($('main').text()).toContain('one shuffle for this intake');
        expect($('main').text()).toContain('50 finished attempts and 30 responses read twice');
      }
    });
  });
});

/** As an analysis of enough attempts would leave it. */
async function establishCriteria(): Promise<void> {
  const own = {
    ...{ reliability: 0.8, mean: 50, sd: 20, method: 'alpha over 2 prompts, two raters each', n: 60 },
    interval: { lower: 0.7, upper: 0.9 },
  };
  await test.deps.stores.analyses.replace({
    ...writtenPool(role.requisition, role.form, role.rubric, sha256),
    own,
    criteria: role.rubric.criteria.map(({ id }) => ({ criterion: id, own })),
    doubleRatings: 60,
    computedAt: new Date(),
  });
}

import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { load } from 'cheerio';
import { currentIntake, type Requisition } from '../../../src/core/requisition/requisition.ts';
import { lockIntake } from '../../../src/core/requisition/lock-intake.ts';
import { signInAs, type Staff } from '../../support/actors.ts';
import { startTestApp, type TestApp } from '../../support/test-app.ts';
import {
  addFinished,
  addRatingRole,
  tasksOf,
  type Finished,
  type RatingRole,
} from '../rating-desk/rating-role.ts';
import { allocate, levels, rateAll, seatsOf } from '../rating-desk/working-raters.ts';
import {
  approve,
  beginDraft,
  editDraft,
  fieldsOf,
  publish,
  REASON,
  reword,
  rubricOf,
  storedRubric,
  weigh,
} from './edit-rubric.ts';
import { addScored, addSisterRole, rateHalf } from './rated-role.ts';
import { OUTCOME, textOf, tryAnchors } from './try-anchors.ts';

/** Whole journeys on a machine that may be busy. */
jest.setTimeout(60_000);

let test: TestApp;
let home: RatingRole;
let role: RatingRole;
let owner: Staff;
let people: Finished[];

beforeAll(async () => {
  test = await startTestApp();
  home = await addRatingRole(test, 0);
}, 60_000);
afterAll(() => test.close());

async function ratedRole(): Promise<void> {
  role = await addSisterRole(test, home);
  people = await addScored(test, role);
}

async function stored(): Promise<Requisition> {
  const found = await test.deps.stores.requisitions.find(role.organisationId, role.requisition.id);
  if (found === null) throw new Error('the role is gone');
  return found;
}

async function writtenUnder(versionId: string): Promise<(number | null)[]> {
  const rows = await test.connection
    .collection('standings')
    .find({ requisitionId: role.requisition.id, rubricVersionId: versionId })
    .toArray();
  const of = ({ applicant }: Finished) =>
    rows.find((row) => row['applicantId'] === applicant.id)?.['written'] as
      { value: number | null } | undefined;
  return people.map((person) => of(person)?.value ?? null);
}

const counting = async () => currentIntake(await stored()).rubricVersionId;
const first = () => role.rubricVersion.id;

const ratingsOf = () =>
  test.connection.collection('ratings').find({ requisitionId: role.requisition.id }).toArray();

/** What a rejection does to the intake. */
async function lock(): Promise<void> {
  const now = await stored();
  const intakes = lockIntake(now, currentIntake(now).id, test.deps.clock());
  await test.deps.stores.requisitions.change(now, { intakes: intakes ?? [] }, []);
}

describe('where there is no second person', () => {
  it('a change takes effect after two days and not before', async () => {
    await ratedRole();
    await beginDraft(role.lead, role);
    await editDraft(role.lead, role, weigh(20));
    expect(await textOf(role.lead, `${rubricOf(role)}/preview`)).toContain('takes effect after two days');
    await publish(test, role.lead, role, 'everybody');
    test.advance(47 * 60 * 60 * 1000);
    await test.runJobs();
    expect(await counting()).toBe(first());
    test.advance(61 * 60 * 1000);
    await test.runJobs();
    expect(await writtenUnder(await counting())).toEqual([30, 45]);
    expect(await textOf(role.lead, `${rubricOf(role)}/versions/2`)).toContain('there was no second person');
  });
});

describe('with an owner in the organisation', () => {
  beforeAll(async () => {
    owner = await signInAs(test, home.organisationId, ['owner'], 'Olu Owner');
  }, 60_000);

  describe('a change of weights after people have scores', () => {
    it('shows counts before, needs a second person, and lets scores of both versions stand beside each other', async () => {
      await ratedRole();
      await beginDraft(role.lead, role);
      expect((await editDraft(role.lead, role, weigh(20))).status).toBe(303);
      expect(await writtenUnder(first())).toEqual([40, 35]);

      const preview = await textOf(role.lead, `${rubricOf(role)}/preview`);
      expect(preview).toContain('2 of 2');
      expect(preview).toContain('by 10 of 100 points at most');
      expect(preview).not.toContain(people[0]?.applicant.label);
      const looks = await test.connection
        .collection('auditEvents')
        .find({ type: 'rubric-change-previewed', 'facts.requisitionId': role.requisition.id })
        .toArray();
      expect(looks).toHaveLength(1);
      expect(looks[0]?.['facts']).toMatchObject({ change: 'weights', moved: 2, largest: 10, scored: 2 });

      expect((await publish(test, role.lead, role, 'everybody')).status).toBe(303);
      expect(await counting()).toBe(first());
      expect(await textOf(owner, '/rubric-changes')).toContain(REASON);
      expect((await approve(test, owner, role)).status).toBe(303);
      await test.runJobs();

      const second = await counting();
      expect(second).not.toBe(first());
      expect(await writtenUnder(second)).toEqual([30, 45]);
      expect(await writtenUnder(first())).toEqual([40, 35]);
      expect(await tasksOf(test, role)).toHaveLength(4);
      expect(await storedRubric(test, role)).toMatchObject({ draft: null, publication: null });
      const page = await textOf(role.lead, `${rubricOf(role)}/versions/2`);
      expect(page).toContain(REASON);
      expect(page).toContain('Olu Owner');
      expect(page).toContain('2 applicants of the intake');
      expect(page).toContain('What changed since version 1');
    });

    it('publishing the same content again changes nothing', async () => {
      const before = await stored();
      await beginDraft(role.lead, role);
      const answer = await role.lead.post(`${rubricOf(role)}/publication`, {
        rev: String((await storedRubric(test, role)).rev),
        reason: REASON,
        scope: 'everybody',
      });
      expect(answer.status).toBe(303);
      await test.runJobs();
      expect(await stored()).toEqual(before);
      expect(await storedRubric(test, role)).toMatchObject({ publication: null });
      expect(await textOf(role.lead, `${rubricOf(role)}/preview`)).toContain('says the same');
    });
  });

  describe('a change of anchors after people have scores', () => {
    it('is rated again in full before it counts, and what was rated before stays as it was', async () => {
      await ratedRole();
      const before = await ratingsOf();
      await beginDraft(role.lead, role);
      await editDraft(role.lead, role, reword('Names a need and says why it matters.'));
      expect(await textOf(role.lead, `${rubricOf(role)}/preview`)).toMatch(
        /those of\s+4 responses[^]*about\s+25 minutes/,
      );
      await tryAnchors(role, people);
      expect(await writtenUnder(first())).toEqual([40, 35]);
      await publish(test, role.lead, role, 'everybody');
      expect(await textOf(owner, `/rubric-changes/${role.requisition.id}`)).toContain(OUTCOME);
      await approve(test, owner, role);
      await test.runJobs();

      expect(await counting()).toBe(first());
      const again = (await tasksOf(test, role)).filter(
        ({ anchorHash }) => anchorHash !== role.rubricVersion.anchorHash,
      );
      expect(again.map(({ state }) => state)).toEqual(Array.from({ length: 4 }, () => 'unallocated'));
      const raters: Staff[] = [];
      for (const name of ['Rita Rater', 'Remy Rater']) {
        raters.push(await signInAs(test, home.organisationId, ['rater'], name));
      }
      await allocate(role, raters);
      for (const rater of raters) {
        const [seat] = await seatsOf(rater);
        expect(await textOf(rater, seat ?? '')).toContain('Names a need and says why it matters.');
        await rateAll(test, rater, levels(5, 5));
      }
      await test.runJobs();

      const second = await counting();
      expect(second).not.toBe(first());
      expect(await writtenUnder(second)).toEqual([100, 100]);
      expect(await writtenUnder(first())).toEqual([40, 35]);
      const after = await ratingsOf();
      expect(after).toHaveLength(2 * before.length);
      expect(after.slice(0, before.length)).toEqual(before);
    });
  });

  it('counts every response with a rating that stands as one to rate again, also half-rated ones', async () => {
    await ratedRole();
    await addFinished(test, role);
    await rateHalf(test, role);
    await beginDraft(role.lead, role);
    await editDraft(role.lead, role, reword('Names a need and says why it matters.'));
    expect(await textOf(role.lead, `${rubricOf(role)}/preview`)).toMatch(
      /those of\s+6 responses[^]*38 minutes/,
    );
    const half = { requisitionId: role.requisition.id, state: 'rating' };
    const voided = { $set: { 'slots.0.voided': { reason: 'drift' } } };
    await test.connection.collection('ratingTasks').updateOne(half, voided);
    expect(await textOf(role.lead, `${rubricOf(role)}/preview`)).toContain('those of 5 responses');
  });

  describe('a change for people invited from now on', () => {
    it('begins another intake and leaves everybody else as they were', async () => {
      await ratedRole();
      await beginDraft(role.lead, role);
      await editDraft(role.lead, role, weigh(20));
      await publish(test, role.lead, role, 'next-intake');
      await approve(test, owner, role);
      await test.runJobs();
      const { intakes } = await stored();
      expect(intakes.map(({ rubricVersionId }) => rubricVersionId === first())).toEqual([true, false]);
      expect(await writtenUnder(first())).toEqual([40, 35]);
      expect(await writtenUnder(await counting())).toEqual([null, null]);
      const list = load((await role.lead.get(`/requisitions/${role.requisition.id}/applicants`)).text);
      expect(list('main').text()).toContain('not comparable');
      expect(list('main').text()).not.toContain(people[0]?.applicant.label);
      const apart = await textOf(role.lead, list('main a[href*="/applicants?intake="]').attr('href') ?? '');
      for (const { applicant } of people) expect(apart).toContain(applicant.label);
      expect(apart).toContain('rubric version 1');
    });
  });

  describe('after somebody was rejected', () => {
    it('an approved change ends at once, gives its text back as a draft, and takes its tasks back', async () => {
      await ratedRole();
      await beginDraft(role.lead, role);
      await editDraft(role.lead, role, reword('Another anchor for level three.'));
      await publish(test, role.lead, role, 'everybody');
      await approve(test, owner, role);
      expect(await tasksOf(test, role)).toHaveLength(8);
      const ratings = await ratingsOf();
      await lock();
      await test.runJobs();
      expect(await counting()).toBe(first());
      expect(await storedRubric(test, role)).toMatchObject({ publication: null });
      expect(await tasksOf(test, role)).toHaveLength(4);
      expect(await ratingsOf()).toEqual(ratings);
      expect(await writtenUnder(first())).toEqual([40, 35]);

      expect(await textOf(role.lead, rubricOf(role))).toContain('Version 2 did not take effect');
      const editor = (await role.lead.get(`${rubricOf(role)}/draft`).expect(200)).text;
      expect(load(editor)('main').text()).toContain('somebody was rejected under the version before');
      expect(editor).toContain('Another anchor for level three.');
      expect(await textOf(role.lead, `${rubricOf(role)}/versions/2`)).toContain('It never took effect');

      await editDraft(role.lead, role, weigh(20));
      const refused = await publish(test, role.lead, role, 'everybody');
      expect(refused.status).toBe(409);
      expect(refused.text).toContain('This intake keeps its version');
      expect(refused.text).toContain(REASON);
    });

    it('a change that waits cannot be approved any more, and its page says so', async () => {
      await ratedRole();
      await beginDraft(role.lead, role);
      await editDraft(role.lead, role, weigh(20));
      await publish(test, role.lead, role, 'everybody');
      const here = `/rubric-changes/${role.requisition.id}`;
      const fields = fieldsOf((await owner.get(here)).text, '/approval');
      await lock();
      const page = (await owner.get(here)).text;
      expect(load(page)('form[action$="/approval"]')).toHaveLength(0);
      expect(load(page)('form[action$="/refusal"]')).toHaveLength(1);
      expect(page).toContain('Somebody was rejected under the version that counts');
      await owner.post(`${here}/approval`, fields);
      await test.runJobs();
      expect((await storedRubric(test, role)).publication?.state).toBe('waiting');
      expect(await textOf(owner, here)).toContain('cannot be approved');
      expect(await textOf(role.lead, rubricOf(role))).toContain('cannot be approved');
    });
  });
});

import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { load, type CheerioAPI } from 'cheerio';
import request from 'supertest';
import type { OrganisationId } from '../../../src/core/kernel/ids.ts';
import type { Role } from '../../../src/core/person/person.ts';
import type { RatingTask } from '../../../src/core/rating/rating-task.ts';
import type { Requisition } from '../../../src/core/requisition/requisition.ts';
import { newId } from '../../../src/ops/secrets.ts';
import { aRatingTask } from '../../core/rating/a-rating-task.ts';
import { addOrganisation, signInAs, type Staff } from '../../support/actors.ts';
import { aRequisition } from '../../support/builders.ts';
import { startTestApp, type TestApp } from '../../support/test-app.ts';

let test: TestApp;
let home: OrganisationId;

beforeAll(async () => {
  test = await startTestApp();
}, 60_000);
afterAll(() => test.close());
beforeEach(async () => {
  home = await addOrganisation(test);
});

async function open(staff: Staff): Promise<CheerioAPI> {
  const response = await staff.get('/');
  expect(response.status).toBe(200);
  return load(response.text);
}

async function addRole(members: readonly Staff[], over: Partial<Requisition> = {}): Promise<Requisition> {
  const requisition = aRequisition(home, { members: members.map(({ actor }) => actor.personId), ...over });
  await test.deps.stores.requisitions.insert(requisition, []);
  return requisition;
}

async function addTask(requisition: Requisition, over: Partial<RatingTask>): Promise<void> {
  await test.deps.stores.ratingTasks.insert(
    aRatingTask({
      id: newId(),
      organisationId: home,
      requisitionId: requisition.id,
      attemptId: newId(),
      ...over,
    }),
  );
}

const lines = ($: CheerioAPI): { text: string; href: string | undefined }[] =>
  $('.lines li')
    .toArray()
    .map((element) => ({
      text: $(element).find('strong').text(),
      href: $(element).find('a').attr('href'),
    }));
const steps = ($: CheerioAPI) =>
  $('.steps li')
    .toArray()
    .map((element) => `${$(element).attr('class') ?? ''}: ${$(element).find('a').attr('href') ?? '–'}`);
const as = (...roles: readonly Role[]) => signInAs(test, home, roles);

describe('home', () => {
  it('sends people who are not signed in to the sign-in page', async () => {
    const response = await request(test.app).get('/');
    expect(response.status).toBe(303);
    expect(response.headers['location']).toBe('/sign-in');
  });

  it('leads a new recruiter in three steps to the first invitation', async () => {
    const recruiter = await as('recruiter');
    expect(steps(await open(recruiter))).toEqual(['next: /requisitions/new', 'later: –', 'later: –']);
    const { id } = await addRole([recruiter], { state: 'draft' });
    expect(steps(await open(recruiter))).toEqual(['done: –', `next: /requisitions/${id}`, 'later: –']);
  });

  it('offers the invitation once a role is open, and does not say it twice', async () => {
    const recruiter = await as('recruiter');
    const { id } = await addRole([recruiter]);
    const $ = await open(recruiter);
    expect(steps($)).toEqual(['done: –', 'done: –', `next: /requisitions/${id}/invitations`]);
    expect(lines($)).toEqual([]);
  });

  it('tells lead and recruiter what each may do in their role', async () => {
    const [recruiter, manager] = [await as('recruiter'), await as('hiring-manager')];
    const requisition = await addRole([recruiter, manager]);
    await addTask(requisition, { state: 'unallocated' });
    await addTask(requisition, { state: 'unallocated' });
    await addTask(requisition, { state: 'lead' });
    const at = `/requisitions/${requisition.id}`;
    const allocate = { text: '2 responses have no raters', href: `${at}/rating` };
    expect(lines(await open(recruiter))).toEqual([allocate]);
    expect(lines(await open(manager))).toEqual([
      allocate,
      { text: '1 response waits for your decision', href: `${at}/rating/decisions` },
    ]);
  });

  it('leads a manager to a rubric they know before anybody is invited', async () => {
    const manager = await as('hiring-manager');
    const { id } = await addRole([manager], { state: 'draft', title: 'Claims adviser' });
    const $ = await open(manager);
    expect($('#steps-0').text()).toBe('Before the first applicant: Claims adviser');
    expect(steps($)).toEqual([
      `next: /requisitions/${id}/job-analysis`,
      `next: /requisitions/${id}/anchors`,
      `next: /requisitions/${id}/anchors/practice/1`,
    ]);
  });

  it('counts what a rater holds and what any rater may take, but nothing of roles they are members of', async () => {
    const rater = await as('rater', 'interviewer');
    const [elsewhere, own] = [await addRole([]), await addRole([rater])];
    const free = { raterId: null, state: 'free', leaseUntil: null, draft: null, judgement: null } as const;
    const slot = { ...free, handedInAt: null, voided: null };
    const held = { ...slot, raterId: rater.actor.personId, state: 'held' } as const;
    await addTask(elsewhere, { state: 'rating', slots: [held, slot], notRaterIds: [rater.actor.personId] });
    await addTask(elsewhere, { state: 'third', slots: [slot] });
    await addTask(own, { state: 'third', slots: [slot] });
    expect(lines(await open(rater))).toEqual([
      { text: '1 response is yours to rate', href: '/rating' },
      { text: '1 response may be taken by any rater', href: '/rating' },
    ]);
  });

  it('tells the owner who has not joined and that raters are missing', async () => {
    const owner = await as('owner');
    const invited = {
      id: newId(),
      organisationId: home,
      name: 'New',
      roles: ['recruiter'],
      passwordHash: null,
    };
    await test.deps.stores.people.insert({ ...invited, email: `${invited.id}@example.org` } as never, []);
    expect(lines(await open(owner))).toEqual([
      { text: '1 person has not used their link yet', href: '/people' },
      { text: 'Every response needs two raters who are not members of its role', href: '/people' },
    ]);
  });

  it('lists own roles with counts and never a role of others', async () => {
    const recruiter = await as('recruiter');
    await addRole([recruiter], { title: 'My role' });
    await addRole([recruiter], { title: 'Closed role', state: 'closed' });
    await addRole([], { title: 'Their role' });
    const $ = await open(recruiter);
    expect($('#roles tbody th').text().trim()).toBe('My role');
  });

  it('says that nothing waits where nothing does', async () => {
    expect((await open(await as('auditor')))('main').text()).toContain('Nothing waits for you');
  });
});

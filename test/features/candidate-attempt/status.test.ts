import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { load, type CheerioAPI } from 'cheerio';
import request from 'supertest';
import type { Requisition } from '../../../src/core/requisition/requisition.ts';
import { newId } from '../../../src/ops/secrets.ts';
import { aRatingTask } from '../../core/rating/a-rating-task.ts';
import { signInAs, type Staff } from '../../support/actors.ts';
import { PUBLIC_URL, startTestApp, type TestApp } from '../../support/test-app.ts';
import { aSittingDevice, Device, invite, linkTokenFor, type Invited } from './candidate.ts';

let test: TestApp;
beforeAll(async () => {
  test = await startTestApp();
}, 60_000);
afterAll(() => test.close());

const DAY_MS = 24 * 60 * 60 * 1000;
const words = (page: CheerioAPI): string => page('main').text().replace(/\s+/g, ' ');

async function see({ token }: Pick<Invited, 'token'>, path = '', status = 200): Promise<CheerioAPI> {
  const answer = await request(test.app).get(`/i/${token}${path}`).expect(status);
  return load(answer.text);
}

const send = ({ token }: Invited, path: string, fields: object = {}) =>
  request(test.app).post(`/i/${token}/${path}`).set('Origin', PUBLIC_URL).type('form').send(fields);

/** Somebody who has handed in both parts; the organisation promises an answer within five days. */
async function aFinished(over: Partial<Requisition> = {}): Promise<Invited & { device: Device }> {
  const invited = await invite(test, { requisition: over });
  await promise(invited, 5);
  const device = await aSittingDevice(test, invited);
  await device.post('/parts/judgment/hand-in');
  await device.post('/parts/writing/start');
  await device.save('w01', { seq: '1', a: 'I am sorry that the train left without you.', b: '' });
  await device.post('/parts/writing/hand-in');
  return { ...invited, device };
}

async function promise({ applicant }: Invited, answerWithinDays: number | null): Promise<void> {
  await test.connection
    .collection('organisations')
    .updateOne({ _id: applicant.organisationId }, { $set: { answerWithinDays } });
}

/** A recruiter who is a member of the role. */
async function aRecruiter({ requisition, applicant }: Invited): Promise<Staff> {
  const staff = await signInAs(test, applicant.organisationId, ['recruiter']);
  const role = await test.deps.stores.requisitions.find(applicant.organisationId, requisition.id);
  if (role === null) throw new Error('the role is not stored');
  await test.deps.stores.requisitions.change(role, { members: [...role.members, staff.actor.personId] }, []);
  return staff;
}

const waitingOf = async (staff: Staff): Promise<readonly { text: string; href: string }[]> => {
  const page = load((await staff.get('/')).text);
  return page('.lines li')
    .toArray()
    .map((line) => ({
      text: page(line).find('strong').text(),
      href: page(line).find('a').attr('href') ?? '',
    }));
};

describe('the link after handing in', () => {
  it('shows what arrived, that people read it, by when the candidate hears, and whom to ask', async () => {
    const invited = await aFinished();
    const { receipt } = await invited.device.attempt();
    const page = await see(invited);
    expect(page('h1').text()).toBe('Your answers are in');
    expect(words(page)).toContain(receipt?.code);
    expect(words(page)).toContain('People are reading your answers.');
    expect(words(page)).toContain('No day is set yet. Ask The hiring team');
    expect(words(page)).toContain('hiring@example.org');

    const recruiter = await aRecruiter(invited);
    const at = `/requisitions/${invited.requisition.id}`;
    const rules = load((await recruiter.get(`${at}/rules`)).text);
    const rev = rules('form[action$=decision-date] input[name=rev]').attr('value');
    const far = await recruiter.post(`${at}/decision-date`, { rev, decisionBy: '2099-01-01' });
    expect(far.status).toBe(422);
    expect(load(far.text)('#decisionBy').attr('value')).toBe('2099-01-01');
    const day = new Date(test.deps.clock().getTime() + 9 * DAY_MS);
    const fields = { rev, decisionBy: day.toISOString().slice(0, 10) };
    expect((await recruiter.post(`${at}/decision-date`, fields)).status).toBe(303);
    const said = new Intl.DateTimeFormat('en-GB', { dateStyle: 'long', timeZone: 'UTC' }).format(day);
    expect(words(await see(invited))).toContain(`You hear by ${said}.`);
    expect((await recruiter.post(`${at}/decision-date`, fields)).status).toBe(409);
  });

  it('leads to the receipt and shows no figure, level or stage', async () => {
    const invited = await aFinished();
    await test.connection
      .collection('applicants')
      .updateOne({ _id: invited.applicant.id }, { $set: { stage: 'shortlisted' } });
    expect(words(await see(invited))).not.toMatch(/shortlist|level|score|judgment/i);
    const device = new Device(test);
    await device.begin(invited.token);
    await device.open('/receipt');
    expect(device.page('#finished').length).toBe(1);
  });
});

describe('asking a person to look again', () => {
  it('is offered only where the organisation promises an answer, and keeps what was typed when it is too long', async () => {
    const invited = await aFinished();
    await promise(invited, null);
    expect((await see(invited))('#look-again').length).toBe(0);
    await send(invited, 'look-again', { reason: 'Please look.' }).expect(303);
    expect(await test.connection.collection('lookAgains').countDocuments({})).toBe(0);

    await promise(invited, 5);
    expect(words(await see(invited))).toContain('within 5 days');
    const long = 'too long '.repeat(120);
    const refused = load((await send(invited, 'look-again', { reason: long }).expect(422)).text);
    expect(refused('textarea[name=reason]').text().trim()).toBe(long.trim());
    expect(refused('.summary a').text()).toContain('1,000 characters');
  });

  it('is a task with a due day for the named contact alone, whose answer the candidate reads', async () => {
    const invited = await aFinished();
    const { organisationId } = invited.applicant;
    const recruiter = await aRecruiter(invited);
    const contact = await signInAs(test, organisationId, ['interviewer']);
    const reason = 'The page froze <b>twice</b> in part 2.';
    const asked = await Promise.all([1, 2, 3].map(() => send(invited, 'look-again', { reason })));
    expect(asked.map(({ status }) => status)).toEqual([303, 303, 303]);
    expect((await see(invited))('#look-again h3').length).toBe(1);
    expect((await see(invited))('#look-again textarea').length).toBe(0);

    const forRecruiter = (await waitingOf(recruiter)).find(({ text }) => text.includes('look again'));
    expect(forRecruiter?.text).toContain('(in 5 days)');
    const path = forRecruiter?.href ?? '';
    expect((await contact.get(path)).status).toBe(404);
    await test.connection
      .collection('organisations')
      .updateOne({ _id: organisationId }, { $set: { contactEmail: contact.email } });
    expect((await recruiter.get(path)).status).toBe(404);
    expect((await waitingOf(contact)).map(({ href }) => href)).toContain(path);

    const page = load((await contact.get(path)).text);
    expect(page('blockquote').text().trim()).toBe(reason);
    expect(words(page)).not.toContain('Noor Haddad');
    expect((await contact.post(path, { answer: ' ' })).status).toBe(422);
    const answer = 'We read part 2 again.\nNothing was lost.';
    expect((await contact.post(path, { answer })).status).toBe(303);
    const late = await contact.post(path, { answer: 'Another answer.' });
    expect(late.status).toBe(409);
    expect(words(load(late.text))).toContain('Another answer.');
    const seen = await see(invited);
    expect(seen('#look-again blockquote').last().text().trim()).toBe(answer);
    expect(seen('#look-again textarea').length).toBe(1);

    await test.deps.relay.soon();
    const trail = await test.deps.stores.audit.listNewest(organisationId, 50);
    expect(trail.map(({ type }) => type)).toEqual(
      expect.arrayContaining(['look-again-asked', 'look-again-answered']),
    );
    expect(JSON.stringify(trail)).not.toContain('froze');
  });
});

describe('withdrawing', () => {
  it('asks first, then ends the test at once and for good, and keeps what was saved', async () => {
    const invited = await invite(test);
    const device = await aSittingDevice(test, invited);
    const confirm = await see(invited, '/withdrawal');
    expect(words(confirm)).toContain('Your test ends at once.');
    expect((await device.attempt()).state).toBe('open');
    await send(invited, 'withdrawal').expect(303);
    expect((await see(invited))('h1').text()).toBe('You have withdrawn');
    expect(await device.attempt()).toMatchObject({ state: 'expired' });
    const late = await device.save('w01', { seq: '1', a: 'One more word.', b: '' });
    expect(late.status).toBe(410);
    await send(invited, 'withdrawal').expect(303);
    await see(invited, '/withdrawal', 303);
    await test.deps.relay.soon();
    const trail = await test.deps.stores.audit.listNewest(invited.applicant.organisationId, 50);
    expect(trail.filter(({ type }) => type === 'applicant-withdrew').length).toBe(1);
  });

  it('takes what is still to be rated from the raters, leaves what is settled, and tells the recruiters', async () => {
    const invited = await aFinished();
    const { organisationId, requisitionId, id: applicantId } = invited.applicant;
    const about = { organisationId, requisitionId, applicantId };
    for (const state of ['unallocated', 'rating', 'third', 'lead', 'resolved'] as const) {
      await test.deps.stores.ratingTasks.insert(
        aRatingTask({ ...about, id: newId(), attemptId: newId(), state }),
      );
    }
    const recruiter = await aRecruiter(invited);
    await send(invited, 'withdrawal').expect(303);
    await test.deps.relay.soon();
    const left = await test.connection.collection('ratingTasks').find({ applicantId }).toArray();
    expect(left.map((task) => task['state'] as string)).toEqual(['resolved']);
    expect((await waitingOf(recruiter)).map(({ text }) => text)).toContain(
      '1 applicant has withdrawn in the last two weeks',
    );
    const people = load((await recruiter.get(`/requisitions/${requisitionId}/invitations`)).text);
    expect(words(people)).toContain('Withdrawn');
    expect(words(await see(invited))).not.toContain('You hear by');
  });

  it('lets nobody begin afterwards, also not in the same moment', async () => {
    const invited = await invite(test);
    const device = new Device(test);
    await Promise.all([device.begin(invited.token), send(invited, 'withdrawal')]);
    await test.runJobs();
    const open = { applicantId: invited.applicant.id, state: 'open' };
    expect(await test.connection.collection('attempts').countDocuments(open)).toBe(0);
    const again = await new Device(test).begin(invited.token);
    expect([200, 303]).toContain(again.status);
    expect(await test.connection.collection('attempts').countDocuments(open)).toBe(0);
  });
});

describe('a link whose time to begin has passed', () => {
  it('lets its owner ask once for a new one, which a recruiter gives with one click', async () => {
    const invited = await invite(test);
    const recruiter = await aRecruiter(invited);
    test.advance(8 * DAY_MS);
    expect((await see(invited, '', 410))('form[action$=new-link]').length).toBe(1);
    await send(invited, 'new-link').expect(303);
    await send(invited, 'new-link').expect(303);
    const asked = await see(invited, '', 410);
    expect(words(asked)).toContain('You asked for a new link on');
    expect(asked('form[action$=new-link]').length).toBe(0);

    const [line] = (await waitingOf(recruiter)).filter(({ text }) => text.includes('new link'));
    expect(line?.text).toBe('1 person asks for a new link');
    const list = load((await recruiter.get(line?.href ?? '')).text);
    const form = list('form[action$=extension]');
    const given = await recruiter.post(form.attr('action') ?? '', {
      until: form.find('input[name=until]').attr('value'),
    });
    expect(given.status).toBe(303);
    expect((await see(invited))('button').text()).toContain('Begin');
    expect((await waitingOf(recruiter)).filter(({ text }) => text.includes('new link'))).toEqual([]);
  });

  it('offers nothing of the kind where it was replaced', async () => {
    const invited = await invite(test, { applicant: { linkVersion: 1 } });
    const old = { ...invited, token: linkTokenFor(test, { id: invited.applicant.id, linkVersion: 0 }) };
    expect((await see(old, '', 410))('form').length).toBe(0);
    await send(old, 'new-link').expect(410);
    const { linkAskedAt } = await test.deps.stores.applicants.findWishes(invited.applicant);
    expect(linkAskedAt).toBeNull();
  });
});

import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { load } from 'cheerio';
import { addOrganisation, signInAs, type Staff } from '../../support/actors.ts';
import {
  makeDraft,
  makeOpenRole,
  makeReadyDraft,
  postFresh,
  revOf,
  RULES,
  storedRole,
  TASKS,
} from '../../support/set-up-role.ts';
import { startTestApp, type TestApp } from '../../support/test-app.ts';

let test: TestApp;
let recruiter: Staff;
let lead: Staff;

beforeAll(async () => {
  test = await startTestApp();
  const home = await addOrganisation(test);
  recruiter = await signInAs(test, home, ['recruiter'], 'Rosa Diaz');
  lead = await signInAs(test, home, ['hiring-manager', 'rater'], 'Omar Haddad');
}, 60_000);
afterAll(() => test.close());

const mainText = (html: string) => load(html)('main').text().replace(/\s+/g, ' ');
const summaryOf = (html: string) =>
  load(html)('.summary a')
    .toArray()
    .map((link) => load(link).text());

describe('the list of roles', () => {
  it('is empty with a way to the first role for who may make one, and words for who may not', async () => {
    const stranger = await signInAs(test, await addOrganisation(test), ['recruiter']);
    const interviewer = await signInAs(test, stranger.actor.organisationId, ['interviewer']);
    expect(load((await stranger.get('/requisitions')).text)('.empty a').attr('href')).toBe(
      '/requisitions/new',
    );
    expect(load((await interviewer.get('/requisitions')).text)('.empty a')).toHaveLength(0);
  });

  it('shows only roles in which somebody is a member', async () => {
    const path = await makeDraft(recruiter, 'Desk agent');
    expect(load((await recruiter.get('/requisitions')).text)(`a[href="${path}"]`).text()).toBe('Desk agent');
    expect(load((await lead.get('/requisitions')).text)(`a[href="${path}"]`)).toHaveLength(0);
  });
});

describe('opening a role', () => {
  it('is refused with everything that is missing, each with its page', async () => {
    const path = await makeDraft(recruiter);
    const answer = await recruiter.post(`${path}/open`, { rev: await revOf(recruiter, path) });
    expect(answer.status).toBe(422);
    expect(summaryOf(answer.text)).toEqual([
      expect.stringContaining('tasks of the job are not written down'),
      expect.stringContaining('number of interview places'),
    ]);
    const $ = load(answer.text);
    expect($('.summary a').first().attr('href')).toBe('#missing-1');
    expect($('#missing-1 a').attr('href')).toBe(`${path}/job-analysis`);
    expect($('#missing-2 a').attr('href')).toBe(`${path}/rules`);
    expect((await storedRole(test, recruiter, path)).state).toBe('draft');
  });

  it('happens once every form is filled in, with an audit event', async () => {
    const path = await makeDraft(recruiter);
    await postFresh(recruiter, path, 'job-analysis', TASKS);
    const confirmed = await revOf(recruiter, `${path}/job-analysis`);
    await recruiter.post(`${path}/job-analysis/confirmation`, { rev: confirmed, by: 'R. Diaz, desk' });
    await postFresh(recruiter, path, 'rules', RULES);
    expect((await recruiter.post(`${path}/open`, { rev: await revOf(recruiter, path) })).status).toBe(303);
    const role = await storedRole(test, recruiter, path);
    expect(role.state).toBe('open');
    await test.deps.relay.soon();
    const events = await test.deps.stores.audit.listNewest(recruiter.actor.organisationId, 50);
    expect(events).toContainEqual(
      expect.objectContaining({ type: 'requisition-opened', facts: { requisitionId: role.id } }),
    );
  });

  it('sent twice opens once and says that it is open', async () => {
    const path = await makeReadyDraft(test, recruiter);
    const rev = await revOf(recruiter, path);
    const first = await recruiter.post(`${path}/open`, { rev });
    const second = await recruiter.post(`${path}/open`, { rev });
    expect([first.status, second.status]).toEqual([303, 303]);
    expect(mainText((await recruiter.get(path)).text)).toContain('The role is open already.');
  });

  it('is refused where somebody changed the role since the page was opened', async () => {
    const path = await makeReadyDraft(test, recruiter);
    const rev = await revOf(recruiter, path);
    await postFresh(recruiter, path, 'rules', { ...RULES, places: '9' });
    const answer = await recruiter.post(`${path}/open`, { rev });
    expect(answer.status).toBe(409);
    expect((await storedRole(test, recruiter, path)).state).toBe('draft');
  });

  it('leads to the first invitation', async () => {
    const path = await makeOpenRole(test, recruiter);
    const $ = load((await recruiter.get(path)).text);
    expect($(`a.primary[href="${path}/invitations"]`)).toHaveLength(1);
  });
});

describe('the job analysis', () => {
  it('keeps tasks with how often and what they need, and asks for their confirmation', async () => {
    const path = await makeDraft(recruiter);
    await postFresh(recruiter, path, 'job-analysis', TASKS);
    const role = await storedRole(test, recruiter, path);
    expect(role.tasks).toEqual([
      { text: 'Answer calls of travellers', often: 'daily', criteria: ['empathy', 'communication'] },
      { text: 'Find another way when a trip fails', often: 'weekly', criteria: ['adaptability'] },
    ]);
    expect(role.confirmation).toBeNull();
  });

  it('takes the confirmation away when the tasks change', async () => {
    const path = await makeReadyDraft(test, recruiter);
    expect((await storedRole(test, recruiter, path)).confirmation?.by).toBe('R. Diaz, head of the desk');
    await postFresh(recruiter, path, 'job-analysis', { ...TASKS, often: ['daily', 'daily'] });
    expect((await storedRole(test, recruiter, path)).confirmation).toBeNull();
  });

  it('names the row that has criteria and no text, and keeps all rows as typed', async () => {
    const path = await makeDraft(recruiter);
    const fields = {
      text: ['Take calls', '', 'Write letters'],
      often: ['daily', 'weekly', 'rarely'],
      criteria: ['1:empathy'],
    };
    const answer = await postFresh(recruiter, path, 'job-analysis', fields);
    const $ = load(answer.text);
    expect(answer.status).toBe(422);
    expect($('.summary a').attr('href')).toBe('#text-1');
    expect($('#text-2').attr('value')).toBe('Write letters');
    expect($('#often-2 option[selected]').attr('value')).toBe('rarely');
    expect($('input[value="1:empathy"]').attr('checked')).toBeDefined();
  });

  it('shows what somebody else stored meanwhile and keeps what was typed', async () => {
    const path = await makeDraft(recruiter);
    const rev = await revOf(recruiter, `${path}/job-analysis`);
    await recruiter.post(`${path}/job-analysis`, { ...TASKS, rev });
    const mine = { text: ['My own task'], often: ['monthly'], criteria: ['0:empathy'], rev };
    const answer = await recruiter.post(`${path}/job-analysis`, mine);
    const $ = load(answer.text);
    expect(answer.status).toBe(409);
    expect($('#text-0').attr('value')).toBe('My own task');
    expect($('dl').text()).toContain('Answer calls of travellers');
    const again = { ...mine, rev: $('input[name=rev]').first().attr('value') };
    expect((await recruiter.post(`${path}/job-analysis`, again)).status).toBe(303);
    expect((await storedRole(test, recruiter, path)).tasks).toHaveLength(1);
  });

  it('is settled once the role is open', async () => {
    const path = await makeOpenRole(test, recruiter);
    const role = await storedRole(test, recruiter, path);
    await recruiter.post(`${path}/job-analysis`, {
      ...TASKS,
      text: ['Other', 'Tasks'],
      rev: String(role.rev),
    });
    expect((await storedRole(test, recruiter, path)).tasks).toEqual(role.tasks);
    expect(load((await recruiter.get(`${path}/job-analysis`)).text)('main form')).toHaveLength(0);
  });
});

describe('the rules', () => {
  it('demand a reason where "no limit" is removed, and keep what was chosen', async () => {
    const path = await makeDraft(recruiter);
    const answer = await postFresh(recruiter, path, 'rules', { ...RULES, timeMode: 'timed-always' });
    const $ = load(answer.text);
    expect(answer.status).toBe(422);
    expect($('.summary a').attr('href')).toBe('#timeReason');
    expect($('input[name=timeMode]:checked').attr('value')).toBe('timed-always');
    expect($('input[name=places]').attr('value')).toBe('4');
  });

  it('record the reason', async () => {
    const path = await makeDraft(recruiter);
    const fields = { ...RULES, timeMode: 'timed-always', timeReason: 'Callers wait on the line.' };
    expect((await postFresh(recruiter, path, 'rules', fields)).status).toBe(303);
    expect((await storedRole(test, recruiter, path)).timeMode).toEqual({
      kind: 'timed',
      noLimitAllowed: false,
      reason: 'Callers wait on the line.',
    });
  });

  it.each([
    ['', 'Enter at least 1 place.'],
    ['2.5', 'Enter a whole number of places.'],
    ['many', 'Enter a number of places.'],
    ['1001', 'Enter at most 1,000 places.'],
  ])('refuse %p places', async (places, message) => {
    const path = await makeDraft(recruiter);
    const answer = await postFresh(recruiter, path, 'rules', { ...RULES, places });
    expect(answer.status).toBe(422);
    expect(summaryOf(answer.text)).toEqual([message]);
  });

  it('show what somebody else stored meanwhile beside what was typed', async () => {
    const path = await makeDraft(recruiter);
    const rev = await revOf(recruiter, `${path}/rules`);
    await recruiter.post(`${path}/rules`, { ...RULES, places: '7', rev });
    const answer = await recruiter.post(`${path}/rules`, { ...RULES, places: '2', rev });
    const $ = load(answer.text);
    expect(answer.status).toBe(409);
    expect($('input[name=places]').attr('value')).toBe('2');
    expect($('dl').text()).toMatch(/Interview places\s*7/);
  });

  it('let only the number of places change once the role is open', async () => {
    const path = await makeOpenRole(test, recruiter);
    expect((await postFresh(recruiter, path, 'rules', { ...RULES, places: '6' })).status).toBe(303);
    await postFresh(recruiter, path, 'rules', { ...RULES, revealAt: 'start' });
    const role = await storedRole(test, recruiter, path);
    expect(role.intakes[0]?.places).toBe(6);
    expect(role.revealAt).toBe('shortlist');
  });

  it('warn of a limit below what people without one needed, where the newest report knows it', async () => {
    const path = await makeDraft(recruiter);
    const { organisationId, intakes, id } = await storedRole(test, recruiter, path);
    const versions = { formVersionId: intakes[0]?.formVersionId };
    const warningAfter = async (day: number, simulatedIn: string | null, value: number) => {
      const times = [{ sectionId: 'judgment', n: 50, minutes: { value, reason: null } }];
      const report = { id: `day ${day}`, organisationId, column: 'judgment', simulatedIn, versions, times };
      const stored = { ...report, computedAt: new Date(Date.UTC(2026, 0, day)) };
      await test.deps.stores.qualityReports.replace(stored as never, null);
      return load((await recruiter.get(`${path}/rules`)).text)('form .notice.warn').text();
    };
    expect(await warningAfter(7, id, 99)).toBe('');
    expect(await warningAfter(5, null, 55.2)).toContain('needed: 56 minutes. Lengthen it, or record why');
    expect(await warningAfter(6, null, 29.5)).toBe('');
  });
});

describe('members', () => {
  it('added with the role of a rater are warned that they will not rate here', async () => {
    const path = await makeDraft(recruiter);
    const $ = load((await recruiter.get(`${path}/members`)).text);
    const option = $(`option[value="${lead.actor.personId}"]`).text();
    expect(option).toContain('will not rate here');
    await postFresh(recruiter, path, 'members', { personId: lead.actor.personId });
    const page = await recruiter.get(`${path}/members`);
    expect(mainText(page.text)).toContain('Omar Haddad is a member now and will not rate in this role.');
    expect((await lead.get(path)).status).toBe(200);
  });

  it('cannot be somebody who has begun to rate here', async () => {
    const path = await makeDraft(recruiter);
    const role = await storedRole(test, recruiter, path);
    await test.connection.collection('ratingBatches').insertOne({
      organisationId: role.organisationId,
      requisitionId: role.id,
      raterId: lead.actor.personId,
    });
    const answer = await postFresh(recruiter, path, 'members', { personId: lead.actor.personId });
    expect(answer.status).toBe(422);
    expect(summaryOf(answer.text)).toEqual([expect.stringContaining('has begun to rate here')]);
    expect((await lead.get(path)).status).toBe(404);
  });

  it('cannot be somebody of another organisation, who looks like nobody', async () => {
    const stranger = await signInAs(test, await addOrganisation(test), ['recruiter']);
    const path = await makeDraft(recruiter);
    const answer = await postFresh(recruiter, path, 'members', { personId: stranger.actor.personId });
    expect(answer.status).toBe(422);
    expect(summaryOf(answer.text)).toEqual(['Choose a person of the list.']);
    expect((await stranger.get(path)).status).toBe(404);
  });

  it('keep an active recruiter', async () => {
    const path = await makeDraft(recruiter);
    await postFresh(recruiter, path, 'members', { personId: lead.actor.personId });
    const rev = await revOf(recruiter, `${path}/members`);
    const answer = await recruiter.post(`${path}/members/remove`, {
      rev,
      personId: recruiter.actor.personId,
    });
    expect(answer.status).toBe(422);
    expect(summaryOf(answer.text)).toEqual([expect.stringContaining('keeps an active recruiter')]);
  });

  it('who are removed see the role no more', async () => {
    const path = await makeDraft(recruiter);
    await postFresh(recruiter, path, 'members', { personId: lead.actor.personId });
    const rev = await revOf(recruiter, `${path}/members`);
    await recruiter.post(`${path}/members/remove`, { rev, personId: lead.actor.personId });
    expect((await lead.get(path)).status).toBe(404);
  });
});

import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { load } from 'cheerio';
import type { OrganisationId } from '../../../src/core/kernel/ids.ts';
import { currentIntake, type Requisition } from '../../../src/core/requisition/requisition.ts';
import { addOrganisation, signInAs, type Staff } from '../../support/actors.ts';
import { startTestApp, type TestApp } from '../../support/test-app.ts';
import {
  aPerson,
  aRole,
  ratedThroughout,
  type MadePerson,
  type Role,
} from '../applicant-comparison/a-role.ts';
import { storePeople, storeRole } from '../applicant-comparison/store-role.ts';
import { storeKey } from './store-key.ts';

let test: TestApp;
let home: OrganisationId;
let recruiter: Staff;
let lead: Staff;
let role: Role;
let person: MadePerson;

beforeAll(async () => {
  test = await startTestApp();
  home = await addOrganisation(test);
  recruiter = await signInAs(test, home, ['recruiter'], 'Rosa Diaz');
  lead = await signInAs(test, home, ['hiring-manager'], 'Lena Okafor');
}, 60_000);
afterAll(() => test.close());
beforeEach(async () => {
  role = aRole(home, { members: [recruiter.actor.personId, lead.actor.personId] });
  person = aPerson(role, { label: 'AAAAA', ...ratedThroughout(role.form, [4, 3, 5]) });
  await storeRole(test, role);
  await storeKey(test, role);
  await storePeople(test, [person]);
});

const at = (): string => `/requisitions/${role.requisition.id}/applicants/${person.applicant.id}`;
const REASON = 'Names what the traveller stands to lose.';
const fields = (over: object = {}) => ({
  rev: '0',
  to: 'shortlisted',
  reason: REASON,
  considered: '',
  message: '',
  ...over,
});
const decide = (staff: Staff, over: object = {}) => staff.post(`${at()}/decision`, fields(over));

async function stored() {
  const { organisationId, id } = role.requisition;
  const applicant = await test.deps.stores.applicants.find(organisationId, id, person.applicant.id);
  if (applicant === null) throw new Error('the applicant is gone');
  return { applicant, ...(await test.deps.stores.applicants.findDecisions(applicant)) };
}

async function revNow(): Promise<string> {
  return String((await stored()).applicant.rev);
}

describe('a decision about an applicant', () => {
  it('moves them with its reason, on record with who and when, and the list follows', async () => {
    expect((await decide(recruiter)).status).toBe(303);
    await test.deps.relay.soon();
    const { applicant, decisions } = await stored();
    expect(applicant.stage).toBe('shortlisted');
    expect(decisions).toMatchObject([{ from: 'open', to: 'shortlisted', by: recruiter.actor.personId }]);
    const { organisationId, id } = role.requisition;
    const row = await test.deps.stores.standings.find(organisationId, id, applicant.id, role.rubric.id);
    expect(row?.stage).toBe('shortlisted');
    const report = load((await lead.get(at())).text)('main').text();
    expect(report).toContain('Moved from open to shortlisted');
    expect(report).toContain(REASON);
    expect(report).toContain('Rosa Diaz');
    const events = await test.deps.stores.audit.listNewest(home, 20);
    expect(events.some(({ type }) => type === 'applicant-moved')).toBe(true);
    expect(JSON.stringify(events)).not.toContain(REASON);
  });

  it('shows the second of two people what happened, overwrites nothing and keeps their words', async () => {
    expect((await decide(recruiter)).status).toBe(303);
    const second = await decide(lead, {
      to: 'rejected',
      message: 'Thank you, but no.',
      considered: 'A call',
    });
    expect(second.status).toBe(409);
    const $ = load(second.text);
    expect($('main').text()).toContain('nothing was overwritten');
    expect($('#decisions').parent().text() + $('main').text()).toContain('Rosa Diaz');
    expect($('textarea[name=message]').text()).toContain('Thank you, but no.');
    expect($('textarea[name=considered]').text()).toContain('A call');
    expect($('input[name=to][value=rejected]').attr('checked')).toBeDefined();
    expect((await stored()).applicant.stage).toBe('shortlisted');
    expect((await stored()).decisions).toHaveLength(1);

    const rev = $('input[name=rev]').attr('value');
    expect((await decide(lead, { rev, to: 'interview' })).status).toBe(303);
    expect((await stored()).applicant.stage).toBe('interview');
  });

  it('lets exactly one of two simultaneous moves through', async () => {
    const answers = await Promise.all([decide(recruiter), decide(lead, { to: 'interview' })]);
    expect(answers.map(({ status }) => status).sort()).toEqual([303, 409]);
    expect((await stored()).decisions).toHaveLength(1);
  });

  it('needs a reason, and a message where it closes; a first rejection locks the intake', async () => {
    const without = await decide(recruiter, { reason: 'no' });
    expect(without.status).toBe(422);
    expect(load(without.text)('main').text()).toContain('has to do with the job');
    const silent = await decide(recruiter, { to: 'rejected' });
    expect(silent.status).toBe(422);
    expect(load(silent.text)('main').text()).toContain('No decision closes without a message');
    expect((await stored()).applicant.stage).toBe('open');

    const found = () => test.deps.stores.requisitions.find(home, role.requisition.id) as Promise<Requisition>;
    expect(currentIntake(await found()).rejectedAt).toBeNull();
    const told = { to: 'rejected', message: '<b>Thank you</b> for your time.\n\nWe chose somebody else.' };
    const shown = await decide(recruiter, told);
    expect(shown.status).toBe(200);
    const $ = load(shown.text);
    expect($('main').text()).toContain('Nothing is decided and nothing is sent yet.');
    expect($('.quote').text()).toContain('<b>Thank you</b> for your time.');
    expect($('.quote').text()).not.toMatch(/canary/i);
    expect((await stored()).applicant.stage).toBe('open');
    const kept = await decide(recruiter, { ...told, go: 'change' });
    expect(load(kept.text)('textarea[name=message]').text()).toContain('We chose somebody else.');
    const field = (name: string): string => $(`form [name=${name}]`).attr('value') ?? '';
    expect(currentIntake(await found()).rejectedAt).toBeNull();
    const confirmed = { message: field('message'), rev: field('rev'), to: field('to') };
    expect((await decide(recruiter, { ...confirmed, go: 'send' })).status).toBe(303);
    expect(currentIntake(await found()).rejectedAt).not.toBeNull();
    const page = await recruiter.get(`${at()}/decision`);
    expect(load(page.text)('main').text()).toContain('<b>Thank you</b> for your time.');
  });

  it('keeps the name hidden until the role lets it be seen, and records who looked', async () => {
    const early = await recruiter.get(`${at()}/decision`);
    expect(early.text).not.toMatch(/canary/i);
    expect(early.text).not.toContain('Show the name');
    await recruiter.post(`${at()}/name`);
    expect((await stored()).revealedAt).toBeNull();

    await decide(recruiter);
    const page = await recruiter.get(`${at()}/decision`);
    expect(page.text).toContain('Show the name');
    expect(page.text).not.toMatch(/canary/i);
    expect((await recruiter.post(`${at()}/name`)).status).toBe(303);
    await recruiter.post(`${at()}/name`);
    await test.deps.relay.soon();
    const name = '<img src=x onerror=alert(1)> Canary =1+1';
    const _id = person.applicant.id as never;
    await test.connection.collection('applicants').updateOne({ _id }, { $set: { name } });
    const shown = load((await recruiter.get(`${at()}/decision`)).text)('main');
    expect([shown.text().includes(name), shown.find('img').length]).toEqual([true, 0]);
    expect((await recruiter.get(at())).text).not.toMatch(/canary/i);
    const events = await test.deps.stores.audit.listNewest(home, 50);
    const about = events.filter(
      ({ type, facts }) => type === 'applicant-name-revealed' && facts['applicantId'] === person.applicant.id,
    );
    expect(about).toHaveLength(1);
  });

  it('hides the name again where they are moved back, and records everybody who reads it', async () => {
    await decide(recruiter);
    await recruiter.post(`${at()}/name`);
    expect((await lead.get(`${at()}/decision`)).text).toMatch(/canary/i);
    await decide(recruiter, { rev: await revNow(), to: 'open' });
    for (const staff of [recruiter, lead])
      expect((await staff.get(`${at()}/decision`)).text).not.toMatch(/canary|Show the name/i);
    const preview = await lead.post(`${at()}/decision`, {
      ...fields({ to: 'rejected', message: 'Thank you for your time.' }),
      rev: await revNow(),
    });
    expect([preview.status, /canary/i.test(preview.text)]).toEqual([200, false]);
    const events = await test.deps.stores.audit.listNewest(home, 50);
    const readers = events
      .filter(
        ({ type, facts }) =>
          [type, facts['applicantId']].join() === `applicant-name-read,${person.applicant.id}`,
      )
      .map(({ actor }) => actor);
    expect(readers).toEqual([{ kind: 'person', personId: lead.actor.personId }]);
  });

  it('about somebody erased meanwhile does nothing and gives back every word that was typed', async () => {
    const { erasure } = test.deps.stores;
    const target = await erasure.findTarget(person.applicant.id);
    if (target === null) throw new Error('nobody to erase');
    await erasure.order(target, []);
    await erasure.deleteTraces(target);
    await erasure.finish(target, new Date('2027-01-01'), []);
    const typed = { considered: 'A <b>call</b>', message: 'Thank you.\n\nAnd good luck.', to: 'rejected' };
    for (const over of [typed, { ...typed, reason: 'short' }]) {
      const answer = await decide(recruiter, over);
      const main = load(answer.text)('main');
      expect(answer.status).toBe(404);
      expect(main.text()).toContain('was erased meanwhile');
      const quotes = main.find('blockquote').toArray();
      expect(quotes.map((quote) => load(quote).text())).toEqual([
        { reason: REASON, ...over }.reason,
        typed.considered,
        typed.message,
      ]);
      expect(main.find(`a[href="/requisitions/${role.requisition.id}/applicants"]`)).not.toHaveLength(0);
    }
    expect((await recruiter.get(`${at()}/decision`)).text).toContain('This page is not here');
  });

  it('is refused after a withdrawal', async () => {
    const { applicant } = await stored();
    await test.deps.stores.applicants.withdraw(applicant, new Date(), []);
    const answer = await decide(recruiter, { rev: await revNow() });
    expect(answer.status).toBe(422);
    expect((await stored()).applicant.stage).toBe('withdrawn');
  });
});

describe('the stage of each applicant', () => {
  it('stands on every part of the comparison, which leads to the shortlist from the open one', async () => {
    const levels = ratedThroughout(role.form, [3, 3, 3]);
    const others = (['withdrawn', 'rejected'] as const).map((stage, index) =>
      aPerson(role, { label: `BBBB${index + 2}`, stage, ...levels }),
    );
    await storePeople(test, others);
    const ticks = [person, ...others].map(({ applicant }) => `applicant=${applicant.id}`).join('&');
    const compare = async (part: string) =>
      load(
        (await recruiter.get(`/requisitions/${role.requisition.id}/comparison?${ticks}&show=${part}`)).text,
      );
    for (const part of ['bars', 'profile', 'distribution', 'responses']) {
      const $ = await compare(part);
      const stages = $('.compared-people li')
        .toArray()
        .map((item) => $(item).find('.chip').first().text())
        .sort();
      expect(stages).toEqual(['Open', 'Rejected', 'Withdrawn']);
    }
    const link = (await compare('bars'))('.compared-people a[href*="to=shortlisted"]');
    expect([link.length, link.text()]).toEqual([1, 'Shortlist AAAAA']);
    const page = load((await recruiter.get(link.attr('href') ?? '')).text);
    expect(page('input[name=to][value=shortlisted]').attr('checked')).toBeDefined();
    expect(page('main').text()).toContain('Decide about AAAAA');
  });
});

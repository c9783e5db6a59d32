import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { load } from 'cheerio';
import request from 'supertest';
import type { RequisitionId } from '../../../src/core/kernel/ids.ts';
import { addOrganisation, signInAs, type Staff } from '../../support/actors.ts';
import { makeDraft, makeOpenRole, revOf, storedRole } from '../../support/set-up-role.ts';
import { startTestApp, type TestApp } from '../../support/test-app.ts';
import { Device, invite } from '../candidate-attempt/candidate.ts';
import { addFinished, addRatingRole } from '../rating-desk/rating-role.ts';

let test: TestApp;
let recruiter: Staff;
let colleague: Staff;

beforeAll(async () => {
  test = await startTestApp();
  const home = await addOrganisation(test);
  recruiter = await signInAs(test, home, ['recruiter'], 'Rosa Diaz');
  colleague = await signInAs(test, home, ['recruiter', 'hiring-manager'], 'Omar Haddad');
}, 60_000);
afterAll(() => test.close());

const mainText = (html: string) => load(html)('main').text().replace(/\s+/g, ' ');

/** An open role of both, with the revision that their pages show. */
async function aSharedRole() {
  const path = await makeOpenRole(test, recruiter);
  const role = await storedRole(test, recruiter, path);
  const members = [...role.members, colleague.actor.personId];
  await test.deps.stores.requisitions.change(role, { members }, []);
  return path;
}

const freshRev = (path: string) => revOf(recruiter, path);
const stateOf = async (path: string) => (await storedRole(test, recruiter, path)).state;

async function close(path: string): Promise<void> {
  const answer = await recruiter.post(`${path}/closing`, { rev: await freshRev(`${path}/closing`) });
  expect(answer.status).toBe(303);
}

async function archive(path: string): Promise<void> {
  const answer = await recruiter.post(`${path}/archiving`, { rev: await freshRev(`${path}/archiving`) });
  expect(answer.status).toBe(303);
}

async function eventTypes(path: string): Promise<string[]> {
  await test.deps.relay.soon();
  const events = await test.deps.stores.audit.listNewest(recruiter.actor.organisationId, 200);
  const id = path.split('/')[2] as RequisitionId;
  return events.filter(({ facts }) => facts['requisitionId'] === id).map(({ type }) => type);
}

describe('renaming a role', () => {
  it('changes what staff and candidates read, with an event that holds no text', async () => {
    const path = await makeDraft(recruiter, 'Desk agent');
    const rev = await freshRev(`${path}/title`);
    expect((await recruiter.post(`${path}/title`, { rev, title: '  Gate agent ' })).status).toBe(303);
    expect(load((await recruiter.get(path)).text)('h1').text()).toBe('Gate agent');
    expect(await eventTypes(path)).toContain('requisition-renamed');
    const events = await test.deps.stores.audit.listNewest(recruiter.actor.organisationId, 200);
    expect(JSON.stringify(events)).not.toContain('Gate agent');
  });

  it('keeps what was typed where the title is missing, and where somebody was faster', async () => {
    const path = await aSharedRole();
    const rev = await freshRev(`${path}/title`);
    const empty = await recruiter.post(`${path}/title`, { rev, title: ' ' });
    expect(load(empty.text)('.summary').text()).toContain('Enter the job title.');
    const titles = ['Gate agent', 'Night desk'];
    const answers = await Promise.all(
      [recruiter, colleague].map((who, n) => who.post(`${path}/title`, { rev, title: titles[n] })),
    );
    expect(answers.map(({ status }) => status).sort()).toEqual([303, 409]);
    const lost = answers.findIndex(({ status }) => status === 409);
    const page = load(answers[lost]?.text ?? '');
    expect(page('#title').attr('value')).toBe(titles[lost]);
    expect(mainText(answers[lost]?.text ?? '')).toContain(`What is stored now: ${titles[1 - lost]}`);
  });

  it('is refused in a closed role', async () => {
    const path = await aSharedRole();
    await close(path);
    const rev = String((await storedRole(test, recruiter, path)).rev);
    await recruiter.post(`${path}/title`, { rev, title: 'Gate agent' });
    expect((await storedRole(test, recruiter, path)).title).toBe('Travel support agent');
  });
});

describe('closing a role', () => {
  it('says first whom it concerns, then stops Begin and inviting while what was begun goes on', async () => {
    const invited = await invite(test);
    const { requisition, token } = invited;
    const staff = await signInAs(test, requisition.organisationId, ['recruiter', 'hiring-manager']);
    await test.deps.stores.requisitions.change(requisition, { members: [staff.actor.personId] }, []);
    const begun = new Device(test);
    await begun.begin(token);
    const path = `/requisitions/${requisition.id}`;
    const page = await staff.get(`${path}/closing`);
    expect(mainText(page.text)).toContain('1 attempt is under way');
    expect(mainText(page.text)).toMatch(/Applicants are erased on \d+ \w+ \d{4}, 6 months after closing/);
    const rev = load(page.text)('input[name=rev]').attr('value');
    expect((await staff.post(`${path}/closing`, { rev })).status).toBe(303);
    expect((await begun.open('')).status).toBe(200);
    expect((await new Device(test).begin(token)).status).toBe(303);
    expect((await staff.post(`${path}/invitations`, { people: 'ana@example.org' })).status).toBe(409);
    expect(mainText((await staff.get(`${path}/archiving`)).text)).toContain('1 attempt is under way');
  });

  it('tells a candidate who has not begun that it is closed and whom to ask', async () => {
    const { requisition, token } = await invite(test);
    await test.deps.stores.requisitions.change(requisition, { state: 'closed' }, []);
    const answer = await request(test.app).get(`/i/${token}`);
    expect(answer.status).toBe(410);
    expect(load(answer.text)('h1').text()).toBe('This role is closed');
    expect(mainText(answer.text)).toContain('Write to The hiring team: hiring@example.org');
    expect((await new Device(test).begin(token)).status).toBe(410);
  });

  it('by two people at once happens once, and the second is told', async () => {
    const path = await aSharedRole();
    const rev = await freshRev(`${path}/closing`);
    const answers = await Promise.all(
      [recruiter, colleague].map((who) => who.post(`${path}/closing`, { rev })),
    );
    expect(answers.map(({ status }) => status).sort()).toEqual([303, 409]);
    const lost = answers.find(({ status }) => status === 409);
    expect(mainText(lost?.text ?? '')).toContain('Somebody changed this role meanwhile');
    expect(mainText(lost?.text ?? '')).toContain('The role is now: closed.');
    expect((await eventTypes(path)).filter((type) => type === 'requisition-closed')).toHaveLength(1);
  });

  it('can be taken back until it is archived', async () => {
    const path = await aSharedRole();
    await close(path);
    expect((await recruiter.post(`${path}/reopening`, { rev: await freshRev(path) })).status).toBe(303);
    expect(await storedRole(test, recruiter, path)).toMatchObject({
      state: 'open',
      closedAt: null,
      eraseAt: null,
    });
    expect(await eventTypes(path)).toContain('requisition-reopened');
  });
});

describe('archiving a role', () => {
  it('is refused while ratings are open, with what stands in the way and where', async () => {
    const role = await addRatingRole(test, 0);
    await addFinished(test, role);
    const { lead, requisition } = role;
    await test.deps.stores.requisitions.change(requisition, { state: 'closed', closedAt: new Date() }, []);
    const path = `/requisitions/${requisition.id}`;
    const overview = mainText((await lead.get(path)).text);
    expect(overview).toContain('This role is closed');
    expect(overview).toContain('2 responses are not rated to the end');
    const shown = await lead.get(`${path}/archiving`);
    expect(mainText(shown.text)).toContain('2 responses are not rated to the end');
    expect(
      load(shown.text)('main a')
        .map((_, a) => a.attribs['href'])
        .get(),
    ).toContain(`${path}/rating`);
    const answer = await lead.post(`${path}/archiving`, { rev: requisition.rev + 1 });
    expect(answer.status).toBe(409);
    expect(mainText(answer.text)).toContain('This role cannot be archived yet');
    const stored = await test.deps.stores.requisitions.find(role.organisationId, requisition.id);
    expect(stored?.state).toBe('closed');
  });

  it('takes it off the list and Home, shows it under the filter, and lets nobody change anything', async () => {
    const path = await aSharedRole();
    await close(path);
    await archive(path);
    const linkTo = async (page: string) => load((await recruiter.get(page)).text)(`a[href="${path}"]`).length;
    expect(await linkTo('/requisitions')).toBe(0);
    expect(await linkTo('/')).toBe(0);
    expect(await linkTo('/requisitions?show=archived')).toBe(1);
    const { rev } = await storedRole(test, recruiter, path);
    const posts = test.routes.filter(
      ({ method, path: pattern }) => method === 'post' && pattern.startsWith('/requisitions/:requisitionId'),
    );
    expect(posts.length).toBeGreaterThan(10);
    const before = await storedRole(test, recruiter, path);
    for (const { path: pattern } of posts) {
      const address = pattern
        .replace('/requisitions/:requisitionId', path)
        .replace(/:\w+/g, 'AAAAAAAAAAAAAAAAAAAAAA');
      expect([address, (await colleague.post(address, { rev })).status]).toEqual([address, 409]);
    }
    expect(await storedRole(test, recruiter, path)).toEqual(before);
  }, 60_000);

  it('leaves every page of it readable, without a form', async () => {
    const path = await aSharedRole();
    await close(path);
    await archive(path);
    for (const page of [
      '',
      '/rules',
      '/members',
      '/job-analysis',
      '/invitations',
      '/rating',
      '/applicants',
    ]) {
      const answer = await colleague.get(`${path}${page}`);
      expect([page, answer.status]).toEqual([page, 200]);
      expect([page, load(answer.text)('main form[method=post]').length]).toEqual([page, 0]);
    }
  }, 60_000);

  it('by two people at once happens once, and never comes back', async () => {
    const path = await aSharedRole();
    await close(path);
    const rev = await freshRev(`${path}/archiving`);
    const answers = await Promise.all([
      recruiter.post(`${path}/archiving`, { rev }),
      colleague.post(`${path}/reopening`, { rev }),
    ]);
    expect(answers.map(({ status }) => status).sort()).toEqual([303, 409]);
    if ((await stateOf(path)) === 'open') return;
    const again = await storedRole(test, recruiter, path);
    expect((await recruiter.post(`${path}/reopening`, { rev: again.rev })).status).toBe(409);
    expect(await stateOf(path)).toBe('archived');
  });
});

describe('how long applicants are kept', () => {
  const fields = { keepReason: '' };

  it('is part of the rules of a draft, and candidates read it before they begin', async () => {
    const path = await makeDraft(recruiter);
    const rev = await freshRev(`${path}/rules`);
    expect((await recruiter.post(`${path}/retention`, { ...fields, rev, keep: '24' })).status).toBe(303);
    expect((await storedRole(test, recruiter, path)).retention).toEqual({ kind: 'months', months: 24 });
    const { token } = await invite(test, { requisition: { retention: { kind: 'months', months: 24 } } });
    expect(mainText((await request(test.app).get(`/i/${token}`)).text)).toContain(
      'kept until 24 months after this role is closed. Then they are deleted.',
    );
  });

  it('needs a reason where nothing is erased by itself, and keeps what was typed', async () => {
    const path = await makeDraft(recruiter);
    const rev = await freshRev(`${path}/rules`);
    const answer = await recruiter.post(`${path}/retention`, { rev, keep: 'by-hand', keepReason: 'Court' });
    expect(answer.status).toBe(422);
    const page = load(answer.text);
    expect(page('#keepReason').text()).toBe('Court');
    expect(page('input[name=keep][value=by-hand]').attr('checked')).toBeDefined();
    const keepReason = 'The labour court has asked us to keep them.';
    expect((await recruiter.post(`${path}/retention`, { rev, keep: 'by-hand', keepReason })).status).toBe(
      303,
    );
    const retention = { kind: 'by-hand', reason: keepReason } as const;
    const { token } = await invite(test, { requisition: { retention } });
    expect(mainText((await request(test.app).get(`/i/${token}`)).text)).toContain(keepReason);
  });

  it('cannot become longer once the role is open', async () => {
    const path = await aSharedRole();
    const rev = await freshRev(`${path}/rules`);
    const answer = await recruiter.post(`${path}/retention`, { ...fields, rev, keep: '12' });
    expect(answer.status).toBe(422);
    expect((await recruiter.post(`${path}/retention`, { ...fields, rev, keep: '3' })).status).toBe(303);
    expect((await storedRole(test, recruiter, path)).retention).toEqual({ kind: 'months', months: 3 });
  });
});

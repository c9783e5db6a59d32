import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { load } from 'cheerio';
import request from 'supertest';
import type { OrganisationId } from '../../../src/core/kernel/ids.ts';
import { ROLES } from '../../../src/core/person/person.ts';
import { addOrganisation, signInAs } from '../../support/actors.ts';
import { PUBLIC_URL, startTestApp, type TestApp } from '../../support/test-app.ts';

let test: TestApp;
beforeEach(async () => {
  test = await startTestApp();
});
afterEach(() => test.close());

const form = {
  organisation: 'Harbour Line Support',
  contactName: 'The hiring team',
  contactEmail: 'hiring@example.org',
  name: 'Olga Owner',
  email: 'olga@example.org',
  password: 'four plain words together',
};

function post(agent: ReturnType<typeof request.agent>, path: string, fields: object) {
  return agent.post(path).set('Origin', PUBLIC_URL).type('form').send(fields);
}
const stranger = () => request.agent(test.app);
const setUp = (fields: object = {}) =>
  post(stranger(), '/set-up', { ...form, code: test.deps.setUpCode, ...fields });
const signIn = (fields: object = {}, agent = stranger()) =>
  post(agent, '/sign-in', { email: form.email, password: form.password, ...fields });

describe('set-up', () => {
  it('is where an empty installation sends everybody', async () => {
    const response = await stranger().get('/sign-in');
    expect(response.headers['location']).toBe('/set-up');
  });

  it('makes the owner with the code of the console, signed in', async () => {
    const response = await setUp();
    expect(response.status).toBe(303);
    expect(response.headers['set-cookie']?.[0]).toMatch(/HttpOnly/);
    expect(await test.deps.stores.people.countAll()).toBe(1);
  });

  it('is told to the audit trail, although the event has no facts of its own', async () => {
    await setUp();
    await test.deps.relay.soon();
    const row = await test.connection.collection('organisations').findOne({});
    const told = await test.deps.stores.audit.listNewest(String(row?._id) as OrganisationId, 10);
    expect(told.map(({ type, facts }) => ({ type, facts }))).toEqual([
      { type: 'organisation-set-up', facts: {} },
    ]);
  });

  it('answers a form with hundreds of fields as too much, not as a fault', async () => {
    const many = Object.fromEntries(Array.from({ length: 501 }, (_, index) => [`field-${index}`, 'x']));
    expect((await post(stranger(), '/set-up', many)).status).toBe(413);
  });

  it('refuses a wrong code and keeps everything typed but the password', async () => {
    const response = await setUp({ code: 'WRONG' });
    expect(response.status).toBe(422);
    const $ = load(response.text);
    expect($('#organisation').attr('value')).toBe(form.organisation);
    expect($('#password').attr('value')).toBe('');
    expect(await test.deps.stores.people.countAll()).toBe(0);
  });

  it('names every wrong field and links to it', async () => {
    const response = await post(stranger(), '/set-up', {});
    const $ = load(response.text);
    expect($('[role=alert] a').length).toBe(7);
    for (const link of $('[role=alert] a').toArray()) expect($($(link).attr('href') ?? '').length).toBe(1);
  });

  it.each(['Olga\u0000', 'Olga\ud800'])('refuses the name %j', async (name) => {
    const response = await stranger()
      .post('/set-up')
      .set('Origin', PUBLIC_URL)
      .send({ ...form, name, code: test.deps.setUpCode });
    expect(response.status).toBe(422);
    expect(response.text).toContain('plain characters');
  });

  it('happens once, also when it is sent twice at the same moment', async () => {
    const outcomes = await Promise.all([setUp(), setUp({ email: 'other@example.org' })]);
    expect(outcomes.map(({ status }) => status)).toEqual([303, 303]);
    expect(outcomes.map(({ headers }) => String(headers['location'])).sort()).toEqual(['/', '/sign-in']);
    expect(await test.deps.stores.people.countAll()).toBe(1);
    expect(await test.connection.collection('organisations').countDocuments({})).toBe(1);
    const again = await setUp({ email: 'late@example.org' });
    expect(again.headers['location']).toBe('/sign-in');
  });

  it('is refused when it comes from another site', async () => {
    const response = await stranger()
      .post('/set-up')
      .set('Sec-Fetch-Site', 'cross-site')
      .set('Origin', PUBLIC_URL)
      .type('form')
      .send({ ...form, code: test.deps.setUpCode });
    expect(response.status).toBe(403);
    expect(load(response.text)('#name').attr('value')).toBe(form.name);
    expect(await test.deps.stores.people.countAll()).toBe(0);
  });
});

describe('signing in', () => {
  beforeEach(async () => {
    await setUp();
  });

  it('works whatever case and spaces the address was typed in', async () => {
    const response = await signIn({ email: '  OLGA@example.org ' });
    expect(response.headers['location']).toBe('/');
  });

  it('says the same about a wrong password and an unknown address', async () => {
    const wrong = await signIn({ password: 'not this one at all' });
    const unknown = await signIn({ email: 'nobody@example.org' });
    expect(wrong.status).toBe(422);
    const words = (text: string) => load(text)('[role=alert]').text();
    expect(words(unknown.text)).toBe(words(wrong.text));
  });

  it('lets nobody in with operators instead of texts', async () => {
    for (const body of [
      { email: { $ne: null }, password: { $ne: null } },
      { email: ['olga@example.org', 'x'], password: form.password },
    ]) {
      const response = await stranger().post('/sign-in').set('Origin', PUBLIC_URL).send(body);
      expect(response.status).toBe(422);
    }
  });

  it('throttles guessing without locking the owner out elsewhere', async () => {
    for (let guess = 0; guess < 5; guess += 1) await signIn({ password: `guess number ${guess}` });
    expect((await signIn()).status).toBe(429);
    test.advance(16 * 60 * 1000);
    expect((await signIn()).status).toBe(303);
  });

  it('gives a new web session, so that a planted one is worth nothing', async () => {
    const agent = stranger();
    const first = (await signIn({}, agent)).headers['set-cookie']?.[0];
    const second = (await signIn({}, agent)).headers['set-cookie']?.[0];
    expect(first).toBeDefined();
    expect(second).toBeDefined();
    expect(second?.split(';')[0]).not.toBe(first?.split(';')[0]);
    const old = await request(test.app)
      .get('/people')
      .set('Cookie', first?.split(';')[0] ?? '');
    expect(old.headers['location']).toMatch(/^\/sign-in/);
  });

  it.each([
    'https://elsewhere.example',
    '//elsewhere.example',
    '/\\elsewhere.example',
    'javascript:alert(1)',
  ])('does not lead to %s afterwards', async (next) => {
    expect((await signIn({ next })).headers['location']).toBe('/');
  });

  it('leads back to the page that was asked for', async () => {
    const asked = await stranger().get('/people');
    const next = new URL(asked.headers['location'] ?? '', PUBLIC_URL).searchParams.get('next');
    expect((await signIn({ next })).headers['location']).toBe('/people');
  });
});

describe('a form that is sent after the web session has ended', () => {
  const fields = { name: 'Rita Rater', email: 'rita@example.org', roles: ['rater', 'auditor'] };

  it('comes back with all that was typed, and is sent again after signing in', async () => {
    const owner = await signInAs(test, await addOrganisation(test), ['owner']);
    await owner.post('/sign-out');
    const late = await post(owner.agent, '/people', fields);
    expect(late.status).toBe(401);
    const page = load(late.text);
    expect(page('h1').text()).toBe('You were signed out before this was sent');
    expect(page('form').attr('action')).toBe('/people');
    const kept = page('input[type=hidden]:not([name=_csrf])').toArray();
    expect(kept.map(({ attribs }) => [attribs['name'], attribs['value']])).toEqual([
      ['name', 'Rita Rater'],
      ['email', 'rita@example.org'],
      ['roles', 'rater'],
      ['roles', 'auditor'],
    ]);
    expect(page('.own-text').text()).toBe('Rita Rater');
    await signIn({ email: owner.email }, owner.agent);
    const again = await post(owner.agent, '/people', fields);
    expect(again.status).toBe(403);
    const added = await post(owner.agent, '/people', {
      ...fields,
      _csrf: load(again.text)('[name=_csrf]').first().attr('value'),
    });
    expect(added.text).toContain('id="join-link"');
  });

  it('comes back to nobody whom another site has led there, and is refused in data to a script', async () => {
    const foreign = await stranger()
      .post('/people')
      .set('Origin', 'https://elsewhere.example')
      .type('form')
      .send(fields);
    expect(foreign.headers['location']).toBe('/sign-in');
    const script = await post(stranger(), '/people', fields).set('Accept', 'application/json');
    expect([script.status, script.body]).toEqual([401, { error: 'signed-out' }]);
  });
});

describe('people', () => {
  it('join by a link that works once', async () => {
    const owner = await signInAs(test, await addOrganisation(test), ['owner']);
    const added = await owner.post('/people', {
      name: 'Rita Rater',
      email: 'rita@example.org',
      roles: 'rater',
    });
    const link = load(added.text)('#join-link').attr('value') ?? '';
    const path = link.replace(PUBLIC_URL, '');
    expect((await stranger().get(path)).text).toContain('rita@example.org');
    const joined = await post(stranger(), path, { name: 'Rita Rater', password: form.password });
    expect(joined.headers['location']).toBe('/');
    expect((await post(stranger(), path, { name: 'Rita', password: form.password })).status).toBe(410);
    expect((await signIn({ email: 'rita@example.org' })).headers['location']).toBe('/');
  });

  it('are signed out with the next request when their account is closed', async () => {
    const organisation = await addOrganisation(test);
    const owner = await signInAs(test, organisation, ['owner']);
    const other = await signInAs(test, organisation, ROLES);
    expect((await other.get('/people')).status).toBe(200);
    await owner.post(`/people/${other.actor.personId}/state`, { state: 'deactivated', rev: 0 });
    expect((await other.get('/people')).headers['location']).toMatch(/^\/sign-in/);
    expect((await signIn({ email: other.email })).status).toBe(422);
  });

  it('are never changed over what somebody else changed meanwhile', async () => {
    const organisation = await addOrganisation(test);
    const owner = await signInAs(test, organisation, ['owner']);
    const other = await signInAs(test, organisation, ['rater']);
    const path = `/people/${other.actor.personId}/roles`;
    expect((await owner.post(path, { roles: 'auditor', rev: 0 })).status).toBe(303);
    expect((await owner.post(path, { roles: 'recruiter', rev: 0 })).status).toBe(409);
    const stored = await test.deps.stores.people.find(organisation, other.actor.personId);
    expect(stored?.roles).toEqual(['auditor']);
  });

  it('always include an owner who can let people in', async () => {
    const organisation = await addOrganisation(test);
    const owner = await signInAs(test, organisation, ['owner']);
    const me = `/people/${owner.actor.personId}`;
    expect((await owner.post(`${me}/roles`, { roles: 'rater', rev: 0 })).text).toContain('last active owner');
    expect((await owner.post(`${me}/state`, { state: 'deactivated', rev: 0 })).status).toBe(409);
  });

  it('of another organisation are not there', async () => {
    const owner = await signInAs(test, await addOrganisation(test), ['owner']);
    const foreign = await signInAs(test, await addOrganisation(test, 'Elsewhere'), ['owner']);
    const path = `/people/${foreign.actor.personId}`;
    expect((await owner.get(path)).status).toBe(404);
    expect((await owner.post(`${path}/roles`, { roles: 'rater', rev: 0 })).status).toBe(404);
    expect((await owner.post(`${path}/link`)).status).toBe(404);
    await owner.post(`${path}/sign-out`);
    expect((await foreign.get('/people')).status).toBe(200);
  });

  it('leave an event for everything done to them', async () => {
    const organisation = await addOrganisation(test);
    const owner = await signInAs(test, organisation, ['owner']);
    const other = await signInAs(test, organisation, ['rater']);
    await owner.post(`/people/${other.actor.personId}/roles`, { roles: 'auditor', rev: 0 });
    await test.deps.relay.soon();
    const [event] = await test.deps.stores.audit.listNewest(organisation, 1);
    expect(event).toMatchObject({ type: 'person-roles-changed', facts: { personId: other.actor.personId } });
  });
});

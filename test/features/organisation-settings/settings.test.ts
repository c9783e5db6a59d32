import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { load } from 'cheerio';
import request from 'supertest';
import { signInAs, type Staff } from '../../support/actors.ts';
import { startTestApp, type TestApp } from '../../support/test-app.ts';
import { Device, invite } from '../candidate-attempt/candidate.ts';

let test: TestApp;
beforeAll(async () => {
  test = await startTestApp();
}, 60_000);
afterAll(() => test.close());

const TYPED = {
  name: 'Northway Clinics',
  contactName: 'Ines at the desk',
  contactEmail: 'desk@northway.example',
  technicalHelp: '+49 40 123456',
  answerWithinDays: '3',
};

async function anOrganisation() {
  const invited = await invite(test);
  const { organisationId } = invited.requisition;
  const owner = await signInAs(test, organisationId, ['owner']);
  const stored = () => test.deps.stores.organisations.find(organisationId);
  return { ...invited, organisationId, owner, stored };
}

const revOf = async (owner: Staff) =>
  load((await owner.get('/settings')).text)('input[name=rev]').attr('value');
const bodyText = (html: string) => load(html)('body').text().replace(/\s+/g, ' ');

describe('the settings of an organisation', () => {
  it('reach every page of a candidate: invitation, preparation, closed role', async () => {
    const { owner, token, requisition } = await anOrganisation();
    const device = new Device(test);
    await device.begin(token);
    expect((await owner.post('/settings', { ...TYPED, rev: await revOf(owner) })).status).toBe(303);
    const closed = await invite(test, { requisition: { organisationId: requisition.organisationId } });
    const { stores } = test.deps;
    await stores.requisitions.change(closed.requisition, { state: 'closed' }, []);
    const pages = [await request(test.app).get(`/i/${token}`), await device.open('')];
    for (const { text } of pages) {
      const words = bodyText(text);
      expect(words).toContain('Northway Clinics');
      expect(words).toContain('Ask Ines at the desk: desk@northway.example');
      expect(words).toContain('You get an answer within 3 days.');
      expect(load(text)('footer a[href="tel:+4940123456"]').text()).toBe('+49 40 123456');
      expect(words).not.toContain('hiring@example.org');
    }
  }, 60_000);

  it('show an owner what candidates see now', async () => {
    const { owner } = await anOrganisation();
    const rev = await revOf(owner);
    await owner.post('/settings', { ...TYPED, answerWithinDays: '', technicalHelp: '', rev });
    const preview = load((await owner.get('/settings')).text)('[aria-labelledby=preview-heading]').text();
    expect(preview).toContain('Ines at the desk');
    expect(preview).not.toContain('answer within');
    expect(preview).not.toContain('does not work');
  });

  it.each([
    ['contactEmail', 'desk at northway', 'Enter a whole e-mail address'],
    ['name', '', 'Enter the name of the organisation'],
    ['technicalHelp', 'x'.repeat(201), 'Shorten this to 200 characters'],
    ['answerWithinDays', '0', 'Enter a whole number from 1 to 60'],
    ['answerWithinDays', '2.5', 'Enter a whole number from 1 to 60'],
  ])('refuse %s “%s” and keep the rest of what was typed', async (field, value, message) => {
    const { owner, stored } = await anOrganisation();
    const answer = await owner.post('/settings', { ...TYPED, [field]: value, rev: await revOf(owner) });
    expect(answer.status).toBe(422);
    const $ = load(answer.text);
    expect($(`#${field}-error`).text()).toContain(message);
    for (const [name, typed] of Object.entries({ ...TYPED, [field]: value })) {
      expect($(`#${name}`).attr('value')).toBe(typed);
    }
    expect((await stored())?.name).toBe('Harbour Line Support');
  });

  it('saved by two owners at once are one owner’s, and the other finds both', async () => {
    const { owner, organisationId, stored } = await anOrganisation();
    const other = await signInAs(test, organisationId, ['owner']);
    const rev = await revOf(owner);
    const names = ['Northway One', 'Northway Two'];
    const answers = await Promise.all(
      [owner, other].map((who, n) => who.post('/settings', { ...TYPED, name: names[n], rev })),
    );
    expect(answers.map(({ status }) => status).sort()).toEqual([303, 409]);
    const lost = answers.findIndex(({ status }) => status === 409);
    const $ = load(answers[lost]?.text ?? '');
    expect($('#name').attr('value')).toBe(names[lost]);
    expect($('[aria-labelledby=preview-heading]').text()).toContain(names[1 - lost]);
    expect((await stored())?.name).toBe(names[1 - lost]);
    const again = await [owner, other][lost]?.post('/settings', {
      ...TYPED,
      name: names[lost],
      rev: $('input[name=rev]').attr('value'),
    });
    expect(again?.status).toBe(303);
    expect((await stored())?.name).toBe(names[lost]);
  });

  it('leave an event that names what changed and not what to', async () => {
    const { owner, organisationId } = await anOrganisation();
    await owner.post('/settings', { ...TYPED, rev: await revOf(owner) });
    await test.deps.relay.soon();
    const events = await test.deps.stores.audit.listNewest(organisationId, 20);
    expect(events.find(({ type }) => type === 'organisation-settings-changed')?.facts).toEqual({
      changed: 'name contactName contactEmail technicalHelp answerWithinDays',
    });
    expect(JSON.stringify(events)).not.toContain('Northway');
  });
});

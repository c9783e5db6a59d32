import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { load } from 'cheerio';
import type { Attempt, PartClock } from '../../../src/core/attempt/attempt.ts';
import { agreedFor, loadSet } from '../../../src/features/rater-training/load-set.ts';
import { orderErasure } from '../../../src/features/erasure/order-erasure.ts';
import { createCalibrationSetStore } from '../../../src/store/calibration-set-store.ts';
import { signInAs, type Staff } from '../../support/actors.ts';
import { startTestApp, type TestApp } from '../../support/test-app.ts';
import { Device, linkTokenFor } from '../candidate-attempt/candidate.ts';
import {
  addFinished,
  addRatingRole,
  tasksOf,
  type Finished,
  type RatingRole,
} from '../rating-desk/rating-role.ts';
import { allocate, levels, rateAll } from '../rating-desk/working-raters.ts';

let test: TestApp;
let role: RatingRole;
let agrees: Finished;
let refuses: Finished;
let device: Device;
let at: string;

beforeAll(async () => {
  test = await startTestApp();
  role = await addRatingRole(test, 2);
  at = `/requisitions/${role.requisition.id}/rating/real-responses`;
  const receipt = { code: 'R-1', at: test.deps.clock(), count: 4, hash: 'hash', items: {} };
  agrees = await addFinished(test, role, undefined, {
    receipt,
    parts: { judgment: closed, writing: closed } as Attempt['parts'],
  });
  refuses = await addFinished(test, role);
  await allocate(role);
  for (const rater of role.raters) await rateAll(test, rater, levels(3, 2));
  device = new Device(test);
  // Bound to this device while the attempt was going on.
  const soon = new Date(test.deps.clock().getTime() + 3_600_000);
  await setAttempt({ state: 'open', endsBy: soon });
  await device.begin(linkTokenFor(test, agrees.applicant));
  await setAttempt({ state: 'submitted' });
}, 60_000);
afterAll(() => test.close());

const closed: PartClock = {
  state: 'closed',
  startedAt: null,
  deadlineMs: null,
  creditMs: 0,
  credits: [],
  closedAt: null,
  closedBy: 'hand-in',
};
const setAttempt = (fields: object) =>
  stored('attempts').updateOne({ _id: agrees.attempt.id }, { $set: fields });
const stored = (collection: string) => test.connection.collection(collection);
const answer = (said: string) => device.post('/reuse', { epoch: undefined, answer: said });
const offers = async () => {
  const page = load((await role.lead.get(at).expect(200)).text);
  return page('a[href*="/offers/"]')
    .toArray()
    .map((link) => page(link).attr('href') ?? '');
};

/** Puts the first offered response forward, and returns where it stands then. */
async function putOneForward(): Promise<string> {
  const [offer = ''] = await offers();
  const done = await role.lead.post(offer, { words: '', read: 'yes', go: 'put-forward' });
  expect(done.headers['location']).toBe(at);
  const page = load((await role.lead.get(at)).text);
  return page('#real a, a[href*="/real-responses/"]:not([href*="/offers/"])').first().attr('href') ?? '';
}

/** Three members give the same levels to it. */
async function agreeOn(responseId: string): Promise<void> {
  const { organisationId, id } = role.requisition;
  const experts: Staff[] = [role.lead];
  for (const name of ['Eva', 'Emil'])
    experts.push(await signInAs(test, organisationId, ['interviewer'], name));
  const now = await test.deps.stores.requisitions.find(organisationId, id);
  if (now === null) throw new Error('no role');
  const members = [...now.members, ...experts.slice(1).map(({ actor }) => actor.personId)];
  await test.deps.stores.requisitions.change(now, { members }, []);
  for (const expert of experts) {
    const fields = { ...levels(4, 2), because: 'It names the “lost day”.' };
    const given = await expert.post(`/requisitions/${id}/rating/calibration/${responseId}`, fields);
    expect(given.status).toBe(303);
  }
}

const agreed = async () => {
  const calibrationSets = createCalibrationSetStore(test.connection);
  const now = await test.deps.stores.requisitions.find(role.organisationId, role.requisition.id);
  if (now === null) throw new Error('no role');
  return agreedFor(await loadSet(test.deps, { calibration: [], calibrationSets }, now), 'certification');
};

describe('a candidate’s own responses', () => {
  it('are asked for after handing in, with the version of the words and the time, and can be taken back', async () => {
    await device.open('/receipt');
    expect(device.page('#reuse button[value=yes]').length).toBe(1);
    expect(await offers()).toEqual([]);
    expect((await answer('maybe')).status).toBeGreaterThanOrEqual(400);
    expect((await answer('yes')).status).toBe(303);
    expect(await stored('reuseConsents').findOne({ _id: agrees.applicant.id })).toMatchObject({
      state: 'given',
      version: 1,
      at: expect.any(Date) as unknown,
    });
    await device.open('/receipt');
    expect(device.page('#reuse').text()).toContain('You said yes on');
    await answer('no');
    expect(await offers()).toEqual([]);
    await answer('yes');
  });

  it('are offered to the lead without label, and only those of people who agreed', async () => {
    expect(await offers()).toHaveLength(2);
    const { text } = await role.lead.get(at);
    for (const canary of [agrees.applicant.label, agrees.applicant.id, 'Canary'])
      expect(text).not.toContain(canary);
    const other = (await tasksOf(test, role)).find(({ applicantId }) => applicantId === refuses.applicant.id);
    await role.lead.get(`${at}/offers/${other?.id}`).expect(404);
    expect((await role.lead.post(`${at}/offers/${other?.id}`, { read: 'yes' })).status).toBe(404);
  });

  it('are put forward only masked and read by a person; what was typed stays', async () => {
    const offer = (await offers())[0] ?? '';
    const shown = load((await role.lead.get(offer).expect(200)).text)('blockquote, .verbatim').text();
    const word = shown.includes('lost a day') ? 'lost a day' : 'depot';
    const unread = await role.lead.post(offer, { words: word, go: 'put-forward' });
    expect(unread.status).toBe(422);
    expect(load(unread.text)('textarea[name=words]').text()).toBe(word);
    expect(load(unread.text)('.verbatim').text()).not.toContain(word);
    const wrong = await role.lead.post(offer, { words: 'Barcelona', read: 'yes', go: 'put-forward' });
    expect(wrong.status).toBe(422);
    expect(load(wrong.text)('#words-error').text()).toContain('Barcelona');
    expect(await stored('realResponses').countDocuments({})).toBe(0);
    const twice = await Promise.all([
      role.lead.post(offer, { words: word, read: 'yes', go: 'put-forward' }),
      role.lead.post(offer, { words: word, read: 'yes', go: 'put-forward' }),
    ]);
    for (const { status } of twice) expect([303, 404]).toContain(status);
    const [real, ...more] = await stored('realResponses').find({}).toArray();
    expect(more).toEqual([]);
    expect(`${String(real?.['a'])} ${String(real?.['b'])}`).not.toContain(word);
    expect(`${String(real?.['a'])} ${String(real?.['b'])}`).toContain('█');
  });

  it('certify once three experts agreed, and are gone with the consent, with all that was said of them', async () => {
    const page = load((await role.lead.get(at)).text);
    const href = page('a[href*="/real-responses/"]:not([href*="/offers/"])').first().attr('href') ?? '';
    const responseId = href.split('/').at(-1) ?? '';
    await agreeOn(responseId);
    expect((await agreed()).map(({ response }) => response.id)).toEqual([responseId]);
    await answer('no');
    await test.deps.relay.soon();
    expect(await stored('realResponses').countDocuments({})).toBe(0);
    expect(await stored('calibrationSets').countDocuments({})).toBe(0);
    expect(await agreed()).toEqual([]);
    await role.lead.get(href).expect(404);
  });

  it('can be taken out again by the lead', async () => {
    await answer('yes');
    const href = await putOneForward();
    await role.lead.get(href).expect(200);
    expect((await role.lead.post(`${href}/removal`)).headers['location']).toBe(at);
    expect(await stored('realResponses').countDocuments({})).toBe(0);
    expect(await offers()).toHaveLength(2);
  });

  it('are erased with the applicant: text, consent and what experts quoted', async () => {
    const href = await putOneForward();
    const id = href.split('/').at(-1) ?? '';
    const { requisition, lead } = role;
    const fields = { ...levels(4, 2), because: 'It names the “lost day”.' };
    expect((await lead.post(`/requisitions/${requisition.id}/rating/calibration/${id}`, fields)).status).toBe(
      303,
    );
    const target = await test.deps.stores.erasure.findTarget(agrees.applicant.id);
    if (target === null) throw new Error('nobody to erase');
    await orderErasure(test.deps, null, target);
    await test.deps.relay.soon();
    for (const collection of ['realResponses', 'calibrationSets', 'reuseConsents'])
      expect(await stored(collection).countDocuments({ organisationId: role.organisationId })).toBe(0);
    expect(await offers()).toEqual([]);
  });
});

import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { load } from 'cheerio';
import { randomBytes } from 'node:crypto';
import type { ItemId } from '../../../src/core/kernel/ids.ts';
import { makeLinkToken } from '../../../src/ops/link-token.ts';
import { written } from '../../core/scoring/a-form.ts';
import { addOrganisation, signInAs, type Staff } from '../../support/actors.ts';
import { startTestApp, type TestApp } from '../../support/test-app.ts';
import { aSittingDevice, invite } from '../candidate-attempt/candidate.ts';
import { addFinished, addRatingRole, RESPONSES, tasksOf, type Finished } from '../rating-desk/rating-role.ts';
import { allocate, levels, seatsOf } from '../rating-desk/working-raters.ts';

let test: TestApp;
beforeAll(async () => {
  test = await startTestApp();
});
afterAll(() => test.close());

const aCanary = () => `canary${randomBytes(6).toString('hex')}`;

/** Collections of the whole database in which this text occurs anywhere. */
async function whereIs(text: string): Promise<string[]> {
  const hits: string[] = [];
  const { db } = test.connection;
  if (!db) throw new Error('not connected');
  for (const { name } of await db.listCollections().toArray()) {
    const rows = await db.collection(name).find({}).toArray();
    if (JSON.stringify(rows).includes(text)) hits.push(name);
  }
  return hits.sort();
}

async function erase(owner: Staff, { applicant }: Pick<Finished, 'applicant'>): Promise<void> {
  const answer = await owner.post(`/erasure/${applicant.id}`, { label: applicant.label });
  expect(answer.status).toBe(303);
}

/** Somebody whose every text is the canary, in the middle of being rated. */
async function aCanaryInRating() {
  const canary = aCanary();
  const role = await addRatingRole(test, 2);
  const owner = await signInAs(test, role.organisationId, ['owner']);
  const texts = { p1: written(`One ${canary}`, canary), p2: written(`Two ${canary}`, canary) };
  const finished = await addFinished(test, role, { ...RESPONSES, ...texts });
  await test.connection.collection('applicants').updateOne(
    { _id: finished.applicant.id },
    {
      $set: { name: canary, email: `${canary}@x.example`, emailKey: `${canary}@x.example` },
    },
  );
  const response = { itemId: 'p1' as ItemId, epoch: 1, seq: 1, hash: 'h', value: written(canary, '') };
  const late = { ...response, bytes: 9, reason: 'stale' as const, recvAt: test.deps.clock() };
  await test.deps.stores.quarantine.keep(finished.attempt, late);
  const other = await addFinished(test, role);
  await allocate(role);
  const [first, second] = role.raters as [Staff, Staff];
  const words = { ...levels(4, 3), reason: canary, 'quote-empathy': canary, go: 'next' };
  return { canary, role, owner, finished, other, first, second, words };
}

describe('Erasure by the owner', () => {
  it('leaves no record of the person but id and label, and ids in the audit trail', async () => {
    const { canary, owner, finished, first, second, words, role } = await aCanaryInRating();
    for (const seat of await seatsOf(first)) await first.post(seat, { ...words, 'quote-empathy': '' });
    const batches = new Set((await seatsOf(first)).map((seat) => seat.split('/tasks/')[0]));
    for (const batch of batches) await first.post(`${batch}/hand-in`);
    for (const seat of await seatsOf(second)) await second.post(seat, { ...words, 'quote-empathy': '' });
    await test.deps.relay.soon();
    expect(await whereIs(canary)).toEqual([
      'applicants',
      'attempts',
      'quarantinedResponses',
      'ratingTasks',
      'ratings',
    ]);

    await erase(owner, finished);

    const row = await test.connection.collection('applicants').findOne({ label: finished.applicant.label });
    expect(row).toMatchObject({ _id: finished.applicant.id, state: 'erased' });
    for (const field of ['name', 'email', 'emailKey']) expect(row).not.toHaveProperty(field);
    // Raters' reasons in the responses of others were the same word: only this person's records count.
    const tasks = await tasksOf(test, role);
    expect(tasks.filter(({ applicantId }) => applicantId === finished.applicant.id)).toEqual([]);
    expect(await whereIs(`One ${canary}`)).toEqual([]);
    expect(await whereIs(`${canary}@x.example`)).toEqual([]);
    expect(await whereIs(finished.attempt.id)).toEqual(['auditEvents']);
    await test.deps.relay.soon();
    expect(await whereIs(finished.applicant.id)).toEqual(['applicants', 'auditEvents']);
  });

  it('leaves not one canary word where only this person had it', async () => {
    const { canary, owner, finished, first } = await aCanaryInRating();
    const seats = await seatsOf(first);
    for (const seat of seats) {
      const page = await first.get(seat);
      const mine = page.text.includes(canary);
      const said = mine ? { reason: canary, 'quote-empathy': canary } : {};
      expect((await first.post(seat, { ...levels(4, 3), ...said, go: 'next' })).status).toBe(303);
    }
    const batches = new Set(seats.map((seat) => seat.split('/tasks/')[0]));
    for (const batch of batches) await first.post(`${batch}/hand-in`);
    await test.deps.relay.soon();
    expect(await whereIs(canary)).toContain('ratings');
    await erase(owner, finished);
    expect(await whereIs(canary)).toEqual([]);
  });

  it('tells a rater that the response was withdrawn, leads to the next, and lets the batch be handed in', async () => {
    const { owner, finished, first, second } = await aCanaryInRating();
    const seats = await seatsOf(first);
    await erase(owner, finished);
    const left = await seatsOf(first);
    expect(left).toHaveLength(2);
    const gone = seats.filter((seat) => !left.includes(seat));
    expect(gone).toHaveLength(2);
    for (const seat of gone) {
      const pages = [await first.get(seat), await first.post(seat, { ...levels(4, 3), go: 'next' })];
      for (const { status, text } of pages) {
        expect(status).toBe(410);
        const $ = load(text);
        expect($('h1').text()).toBe('This response was withdrawn');
        expect(left).toContain($('.row a').first().attr('href'));
      }
      expect((await second.get(seat)).status).toBe(404);
    }
    for (const seat of left) await first.post(seat, { ...levels(4, 3), go: 'next' });
    const batches = new Set(left.map((seat) => seat.split('/tasks/')[0]));
    for (const batch of batches) expect((await first.post(`${batch}/hand-in`)).status).toBe(303);
  });

  it('tells a candidate who is writing that the test was erased and whom to ask; the link leads nowhere', async () => {
    const invited = await invite(test);
    const owner = await signInAs(test, invited.applicant.organisationId, ['owner']);
    const device = await aSittingDevice(test, invited);
    await erase(owner, invited);
    const saved = await device.save('s1', { seq: '1' });
    expect([saved.status, saved.body]).toEqual([410, { error: 'erased' }]);
    const page = await device.open('/items/j01');
    expect(page.status).toBe(410);
    expect(page.text).toContain('This test has been erased');
    expect(page.text).toContain('hiring@example.org');
    const { id, linkVersion } = invited.applicant;
    for (const version of [linkVersion, linkVersion + 1]) {
      const token = makeLinkToken(test.deps.secret, 'invitation', { id, version });
      expect((await device.agent.get(`/i/${token}`)).status).toBe(404);
    }
  });

  it('looks again for what was being written at that moment, until nothing is found', async () => {
    const { owner, finished, canary } = await aCanaryInRating();
    await erase(owner, finished);
    await test.deps.stores.attempts.insert(finished.attempt, []);
    expect(await whereIs(canary)).toEqual(['attempts']);
    test.advance(61_000);
    await test.runJobs();
    expect(await whereIs(canary)).toEqual([]);
    const row = () => test.connection.collection('applicants').findOne({ _id: finished.applicant.id });
    expect(await row()).toHaveProperty('sweepAt');
    test.advance(61_000);
    await test.runJobs();
    expect(await row()).not.toHaveProperty('sweepAt');
  });

  it('does nothing the second time and leaves others of the role alone', async () => {
    const { owner, finished, other } = await aCanaryInRating();
    await erase(owner, finished);
    await erase(owner, finished);
    const events = await test.deps.stores.audit.listNewest(finished.applicant.organisationId, 100);
    const own = events.filter(({ facts }) => facts['applicantId'] === finished.applicant.id);
    expect(own.filter(({ type }) => type === 'erasure-ordered')).toHaveLength(1);
    expect(own.filter(({ type }) => type === 'applicant-erased')).toHaveLength(1);
    expect(await whereIs(other.attempt.id)).toContain('attempts');
    expect(await whereIs(other.applicant.id)).toContain('standings');
  });

  it('finds by label and by id, in the own organisation only, and asks for the label', async () => {
    const { owner, finished } = await aCanaryInRating();
    const { id, label } = finished.applicant;
    for (const find of [id, label, label.toLowerCase()]) {
      expect((await owner.get(`/erasure?find=${find}`)).text).toContain(`href="/erasure/${id}"`);
    }
    expect((await owner.get(`/erasure/${id}`)).text).toContain('What will go');
    expect((await owner.post(`/erasure/${id}`, { label: 'WRONG' })).status).toBe(422);
    expect((await test.deps.stores.erasure.findTarget(id))?.state).toBe('active');
    const stranger = await signInAs(test, await addOrganisation(test), ['owner']);
    expect((await stranger.get(`/erasure?find=${label}`)).text).not.toContain(id);
    expect((await stranger.post(`/erasure/${id}`, { label })).status).toBe(404);
  });
});

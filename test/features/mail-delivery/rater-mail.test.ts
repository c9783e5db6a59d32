import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { load } from 'cheerio';
import { mailFollowUps } from '../../../src/features/mail-delivery/follow-ups.ts';
import type { Staff } from '../../support/actors.ts';
import { startMailServer, type MailServer } from '../../support/mail-server.ts';
import { startTestApp, type TestApp } from '../../support/test-app.ts';
import { addFinished, addRatingRole, type Finished, type RatingRole } from '../rating-desk/rating-role.ts';
import { deskOf, levels, rateAll, seatsOf, takeFree } from '../rating-desk/working-raters.ts';

const HOUR_MS = 3_600_000;
let server: MailServer;
let test: TestApp;
let role: RatingRole;
let finished: Finished;
const refused = new Set<string>();

beforeAll(async () => {
  server = await startMailServer({
    onRcptTo({ address }, _session, done) {
      done(refused.has(address) ? Object.assign(new Error('no'), { responseCode: 550 }) : null);
    },
  });
  test = await startTestApp({ smtpUrl: server.url });
  role = await addRatingRole(test, 3);
  finished = await addFinished(test, role);
}, 60_000);
afterAll(async () => {
  await test.close();
  await server.close();
});

const deliver = async () => {
  await test.deps.relay.soon();
  await test.runJobs();
  await test.runJobs();
};
const mailsTo = ({ email }: Staff) =>
  server.received.filter(({ to }) => to === email).map(({ source, mail }) => ({ source, ...mail }));
const outbox = () =>
  test.connection.collection('mailOutbox').find({ requisitionId: role.requisition.id }).toArray();
const dueOn = (days: number) =>
  new Date(test.deps.clock().getTime() + days * 24 * HOUR_MS).toISOString().slice(0, 10);
async function allocate(to: RatingRole, raters: readonly Staff[], due = ''): Promise<void> {
  const rater = raters.map(({ actor }) => actor.personId);
  expect((await to.lead.post(`${deskOf(to)}/allocation`, { rater, due })).status).toBe(303);
}

describe('raters to whom responses were given', () => {
  it('get one mail each, whatever the number of prompts; a failed one is shown to who allocates', async () => {
    const [one, two] = role.raters as [Staff, Staff];
    refused.add(two.email);
    await allocate(role, [one, two], dueOn(5));
    await deliver();
    const [mail, ...more] = mailsTo(one);
    expect(more).toEqual([]);
    expect(mail?.text).toContain('2 responses of the role');
    const desk = load((await role.lead.get(deskOf(role))).text);
    const lines = desk('#progress tbody tr, table tr').toArray();
    const failed = lines.filter((line) => desk(line).text().includes('The mail to them failed'));
    expect(failed.map((line) => desk(line).text()).join()).toContain(two.actor.name);
    expect(failed.map((line) => desk(line).text()).join()).not.toContain(one.actor.name);
  });

  it('read nothing about applicants in it, and the outbox holds ids only', async () => {
    const [one, two] = role.raters as [Staff, Staff];
    const { applicant, attempt } = finished;
    const source = mailsTo(one)[0]?.source ?? '';
    expect(source).not.toBe('');
    for (const canary of ['Canary', 'canary', applicant.id, applicant.label, attempt.id])
      expect(source).not.toContain(canary);
    const stored = JSON.stringify(await outbox());
    expect(stored).toContain('address-refused');
    for (const word of [one.email, two.email, one.actor.name, 'lost a day', applicant.id])
      expect(stored).not.toContain(word);
  });

  it('are told once, however often the event is passed on', async () => {
    const events = await test.deps.stores.audit.listNewest(role.organisationId, 500);
    const opened = events.filter(({ type }) => type === 'rating-batch-opened');
    expect(opened).toHaveLength(4);
    const [tell] = mailFollowUps(test.deps)['rating-batch-opened'] ?? [];
    for (const event of opened) await tell?.(event);
    await deliver();
    expect(await outbox()).toHaveLength(2);
    expect(mailsTo((role.raters as [Staff])[0])).toHaveLength(1);
  });

  it('are reminded once, a day before the day, and not when they have handed in', async () => {
    const [one, two] = role.raters as [Staff, Staff];
    refused.clear();
    await rateAll(test, two, levels(5, 3));
    test.advance(3 * 24 * HOUR_MS);
    await deliver();
    expect(mailsTo(one)).toHaveLength(1);
    test.advance(2 * 24 * HOUR_MS);
    await deliver();
    await deliver();
    expect(mailsTo(one).map(({ subject }) => subject)).toEqual([
      expect.stringContaining('Responses to rate'),
      expect.stringContaining('Please hand in your ratings'),
    ]);
    expect(mailsTo(two)).toHaveLength(0);
  });

  it('are told nothing of work that they took themselves', async () => {
    const [one, , three] = role.raters as [Staff, Staff, Staff];
    await rateAll(test, one, levels(1, 3));
    expect(await takeFree(three)).toBe(2);
    await deliver();
    expect(mailsTo(three)).toHaveLength(0);
  });
});

describe('a mail to a rater that is no longer wanted', () => {
  it('because the work is done, or the rater is a rater no more, is not sent', async () => {
    const other = await addRatingRole(test, 2);
    await addFinished(test, other);
    const [one, two] = other.raters as [Staff, Staff];
    await allocate(other, [one, two]);
    await rateAll(test, one, levels(3, 3));
    await test.connection
      .collection('people')
      .updateOne({ _id: two.actor.personId }, { $set: { state: 'deactivated' } });
    await deliver();
    expect([...mailsTo(one), ...mailsTo(two)]).toEqual([]);
    const dropped = await test.connection
      .collection('mailOutbox')
      .find({ requisitionId: other.requisition.id })
      .toArray();
    expect(dropped.map(({ dropReason }) => String(dropReason)).sort()).toEqual(['finished', 'gone']);
  });
});

describe('raters who may take what became free', () => {
  const about = async (rater: Staff) => {
    test.advance(4 * HOUR_MS);
    await deliver();
    return mailsTo(rater).filter(({ subject }) => subject?.includes('wait for a rater'));
  };

  it('get one mail for all third ratings of some hours, and those who rated them already get none', async () => {
    const other = await addRatingRole(test, 4);
    const [one, two, three, four] = other.raters as [Staff, Staff, Staff, Staff];
    await addFinished(test, other);
    await addFinished(test, other);
    await allocate(other, [one, two]);
    await rateAll(test, one, levels(1, 3));
    await rateAll(test, two, levels(5, 3));
    await deliver();
    const [mail, ...more] = await about(three);
    expect(more).toEqual([]);
    expect(mail?.text).toContain('4 responses of the role');
    expect(mail?.text).toContain('free to take');
    for (const rater of [one, two]) expect(await about(rater)).toEqual([]);
    // What three takes and cannot rate is free again for the fourth, who is told once more.
    expect(await takeFree(three)).toBe(2);
    expect(await about(four)).toHaveLength(1);
    for (const seat of await seatsOf(three)) {
      const batch = seat.split('/tasks/')[0] ?? '';
      await three.post(`${batch}/hand-back`, { because: 'I am away.' });
    }
    await deliver();
    expect(await about(four)).toHaveLength(2);
    expect(await about(three)).toHaveLength(1);
  });
});

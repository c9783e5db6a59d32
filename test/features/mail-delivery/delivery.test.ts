import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import request from 'supertest';
import { deliverMails } from '../../../src/features/mail-delivery/deliver-mails.ts';
import { mailFollowUps } from '../../../src/features/mail-delivery/follow-ups.ts';
import { orderErasure } from '../../../src/features/erasure/order-erasure.ts';
import type { ApplicantId } from '../../../src/core/kernel/ids.ts';
import type { Staff } from '../../support/actors.ts';
import { startMailServer, type MailServer } from '../../support/mail-server.ts';
import { storedRole } from '../../support/set-up-role.ts';
import { PUBLIC_URL, type TestApp } from '../../support/test-app.ts';
import { aMailedRole, startMailedApp, to, type MailedRole } from './a-mailed-role.ts';

const HOUR_MS = 3_600_000;
let server: MailServer;
let test: TestApp;
let recruiter: Staff;
let role: MailedRole;
/** Addresses the server refuses for good, and ones it asks to try later. */
const refused = new Set<string>();
const later = new Set<string>();

beforeAll(async () => {
  server = await startMailServer({
    onRcptTo({ address }, _session, done) {
      const code = refused.has(address) ? 550 : later.has(address) ? 451 : null;
      done(code === null ? null : Object.assign(new Error(`no ${address}`), { responseCode: code }));
    },
  });
  ({ test, recruiter } = await startMailedApp(server.url));
}, 60_000);
afterAll(async () => {
  await test.close();
  await server.close();
});
beforeEach(async () => {
  server.received.length = 0;
  refused.clear();
  later.clear();
  role = await aMailedRole(test, recruiter);
});

const states = async () => (await role.stored('mailOutbox')).map(({ state }) => state).sort();

describe('an invitation', () => {
  it('is mailed with the link that opens the landing page, and says it was sent', async () => {
    await role.invite('Ana Ruiz <ana@example.org>');
    await role.deliver();
    const [mail, ...more] = to(server, 'ana@example.org');
    expect(more).toHaveLength(0);
    expect(mail?.text).toContain('Hello Ana Ruiz,');
    const link = /http:\/\/127\.0\.0\.1:3000(\/i\/\S+)/.exec(mail?.text ?? '')?.[1] ?? '';
    expect((await request(test.app).get(link)).status).toBe(200);
    expect((await recruiter.get(role.path)).text).toContain('Invitation sent on');
  });

  it('is queued and sent once, however often the event is passed on and the job runs', async () => {
    await role.invite('ana@example.org');
    const [event] = (await test.deps.stores.audit.listNewest(recruiter.actor.organisationId, 500)).filter(
      ({ type }) => type === 'applicant-invited',
    );
    if (event === undefined) throw new Error('no event');
    const [followUp] = mailFollowUps(test.deps)['applicant-invited'] ?? [];
    await followUp?.(event);
    await followUp?.(event);
    await Promise.all([deliverMails(test.deps), deliverMails(test.deps)]);
    await role.deliver();
    expect(to(server, 'ana@example.org')).toHaveLength(1);
    expect(await states()).toEqual(['sent']);
  });

  it('leaves neither name nor address nor the words of the server in the outbox', async () => {
    refused.add('canary@example.org');
    await role.invite('Canary Name <canary@example.org>');
    await role.deliver();
    const stored = JSON.stringify(await role.stored('mailOutbox'));
    expect(stored).toContain('address-refused');
    expect(stored).not.toMatch(/canary/i);
  });

  it('is sent again under the same Message-ID when a sender was lost after handing it over', async () => {
    await role.invite('ana@example.org');
    await role.deliver();
    await test.connection
      .collection('mailOutbox')
      .updateMany(
        { requisitionId: (await storedRole(test, recruiter, role.path)).id },
        { $set: { state: 'sending', dueAt: test.deps.clock() } },
      );
    await role.deliver();
    const [first, second] = to(server, 'ana@example.org');
    expect(second?.messageId).toBe(first?.messageId);
    expect(first?.messageId).toMatch(/^<[\w-]{22}@127\.0\.0\.1>$/);
  });
});

describe('a mail that cannot be delivered', () => {
  it('to a refused address fails at once and holds up nobody else', async () => {
    refused.add('ana@example.org');
    await role.invite('ana@example.org\nben@example.org');
    await role.deliver();
    expect(await states()).toEqual(['failed', 'sent']);
    expect(to(server, 'ben@example.org')).toHaveLength(1);
    expect((await recruiter.get(role.path)).text).toContain('the address was refused');
    expect((await recruiter.get('/')).text).toContain('1 mail could not be sent');
  });

  it('for now is tried again later, by itself', async () => {
    later.add('ana@example.org');
    await role.invite('ana@example.org');
    await role.deliver();
    expect(await states()).toEqual(['waiting']);
    later.clear();
    await role.deliver();
    expect(to(server, 'ana@example.org')).toHaveLength(0);
    test.advance(HOUR_MS);
    await role.deliver();
    expect(to(server, 'ana@example.org')).toHaveLength(1);
  });

  it('is given up after eight tries', async () => {
    later.add('ana@example.org');
    await role.invite('ana@example.org');
    for (let tries = 1; tries <= 8; tries += 1) {
      expect(await states()).not.toEqual(['failed']);
      await role.deliver();
      test.advance(13 * HOUR_MS);
    }
    expect(await states()).toEqual(['failed']);
  });
});

describe('a mail that is no longer wanted', () => {
  const dropped = async () => {
    await deliverMails(test.deps);
    const [mail] = await role.stored('mailOutbox');
    expect(server.received).toHaveLength(0);
    return mail?.['dropReason'];
  };
  const [applicant, begin] = [
    async () => (await role.stored('applicants'))[0],
    async (state: string) => {
      const person = await applicant();
      await test.connection.collection('attempts').insertOne({
        organisationId: person?.['organisationId'],
        requisitionId: person?.['requisitionId'],
        applicantId: String(person?.['_id']),
        attemptNumber: 1,
        state,
      });
    },
  ] as const;

  it('because the person has handed in is not sent', async () => {
    await role.invite('ana@example.org');
    await begin('submitted');
    expect(await dropped()).toBe('finished');
  });

  it('because the link was revoked is not sent', async () => {
    await role.invite('ana@example.org');
    await recruiter.post(`${role.path}/${String((await applicant())?.['invitationId'])}/revocation`);
    await test.deps.relay.soon();
    expect(await dropped()).toBe('link-ended');
  });

  it('because the role is closed is not sent', async () => {
    await role.invite('ana@example.org');
    const closed = await storedRole(test, recruiter, role.path);
    await test.deps.stores.requisitions.change(closed, { state: 'closed' }, []);
    expect(await dropped()).toBe('closed');
  });

  it('because the person is erased is gone from the outbox', async () => {
    await role.invite('ana@example.org');
    const target = await test.deps.stores.erasure.findTarget(
      String((await applicant())?.['_id']) as ApplicantId,
    );
    if (target === null) throw new Error('nobody to erase');
    await orderErasure(test.deps, null, target);
    await role.deliver();
    expect(await role.stored('mailOutbox')).toHaveLength(0);
    expect(server.received).toHaveLength(0);
  });

  it('in a simulated role is never queued, and the page says so', async () => {
    const { id } = await storedRole(test, recruiter, role.path);
    await test.connection.collection('requisitions').updateOne({ _id: id }, { $set: { simulated: true } });
    await role.invite('ana@example.org');
    await role.deliver();
    expect(await role.stored('mailOutbox')).toHaveLength(0);
    expect((await recruiter.get(role.path)).text).toContain('no mail ever leaves it');
  });
});

it('takes the address of the installation from its settings', async () => {
  await role.invite('ana@example.org');
  await role.deliver();
  expect(to(server, 'ana@example.org')[0]?.html).toContain(`href="${PUBLIC_URL}/i/`);
});

import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { ApplicantId, OrganisationId, PersonId, RequisitionId } from '../../src/core/kernel/ids.ts';
import { MAIL_KINDS, type Mail } from '../../src/core/mail/mail.ts';
import { newId } from '../../src/ops/secrets.ts';
import type { Connection } from '../../src/store/connection.ts';
import { buildIndexes } from '../../src/store/indexes.ts';
import { createMailOutboxStore } from '../../src/store/mail-outbox-store.ts';
import { testConnection } from '../support/test-app.ts';

let connection: Connection;
let mails: ReturnType<typeof createMailOutboxStore>;
beforeAll(async () => {
  connection = await testConnection();
  mails = createMailOutboxStore(connection);
  await buildIndexes(connection);
}, 60_000);
afterAll(async () => {
  await connection.dropDatabase();
  await connection.close();
});

const at = (minutes: number) => new Date(Date.UTC(2026, 2, 10, 12, minutes));
const organisationId = newId<OrganisationId>();

/** A mail of its own requisition, due long before anything of another test unless said otherwise. */
function asked(queuedAt: Date, over: { requisitionId?: RequisitionId; applicantId?: ApplicantId } = {}) {
  return {
    id: newId<string>(),
    organisationId,
    requisitionId: newId<RequisitionId>(),
    applicantId: newId<ApplicantId>(),
    kind: 'invitation' as const,
    queuedAt,
    ...over,
  };
}
const newestOf = async ({ requisitionId, applicantId }: ReturnType<typeof asked>) =>
  (await mails.findNewest(organisationId, requisitionId, [applicantId])).get(applicantId);
const claimAll = async (now: Date, until: Date) => {
  for (;;) if ((await mails.claimDue(now, until)) === null) return;
};

describe('mail', () => {
  it('is queued once for one event', async () => {
    const mail = asked(at(0));
    expect(await mails.queue(mail)).toBe(true);
    expect(await mails.queue(mail)).toBe(false);
    await claimAll(at(0), at(90));
  });

  it('is claimed by one of two, and by the next once the lease has ended', async () => {
    const mail = asked(at(1));
    await mails.queue(mail);
    const claims = await Promise.all([mails.claimDue(at(1), at(3)), mails.claimDue(at(1), at(3))]);
    expect(claims.map((claim) => claim?.id ?? null).sort()).toEqual([mail.id, null].sort());
    expect(await mails.claimDue(at(2), at(4))).toBeNull();
    const again = await mails.claimDue(at(3), at(90));
    expect(again).toMatchObject({ id: mail.id, tries: 2, state: 'sending' });
  });

  it('is not settled by somebody whose lease went to another', async () => {
    const mail = asked(at(4));
    await mails.queue(mail);
    const first = await mails.claimDue(at(4), at(5));
    await mails.claimDue(at(5), at(90));
    if (first === null) throw new Error('nothing was due');
    await mails.markFailed(first, 'address-refused', null);
    expect((await newestOf(mail))?.state).toBe('sending');
  });

  it('waits for its next try, and is counted as failed only when there is none', async () => {
    const mail = asked(at(6));
    await mails.queue(mail);
    const first = await mails.claimDue(at(6), at(90));
    if (first === null) throw new Error('nothing was due');
    await mails.markFailed(first, 'no-answer', at(8));
    expect(await mails.claimDue(at(7), at(90))).toBeNull();
    expect(await mails.countFailed(organisationId, mail.requisitionId)).toBe(0);
    const second = await mails.claimDue(at(8), at(90));
    if (second === null) throw new Error('nothing was due');
    await mails.markFailed(second, 'address-refused', null);
    expect(await mails.countFailed(organisationId, mail.requisitionId)).toBe(1);
    expect(await mails.listFailed(organisationId, mail.requisitionId, 10)).toEqual([mail.applicantId]);
    expect(await mails.countFailedIn(organisationId, [mail.requisitionId, newId()])).toEqual(
      new Map([[mail.requisitionId, 1]]),
    );
    expect(await mails.claimDue(at(9), at(90))).toBeNull();
  });

  it('that waits or failed is dropped for a newer one, and the newer one is not', async () => {
    const old = asked(at(10));
    const newer = { ...asked(at(10)), requisitionId: old.requisitionId, applicantId: old.applicantId };
    const other = { ...asked(at(10)), requisitionId: old.requisitionId };
    for (const mail of [old, newer, other]) await mails.queue(mail);
    await mails.dropUnsent(newer, { id: newer.id, at: newer.queuedAt }, 'replaced', MAIL_KINDS);
    expect(await newestOf(newer)).toMatchObject({ id: newer.id, state: 'waiting' });
    expect((await newestOf(other))?.state).toBe('waiting');
    const stored = await connection.collection('mailOutbox').findOne({ _id: old.id as never });
    expect(stored).toMatchObject({ state: 'dropped', dropReason: 'replaced' });
    expect(stored).not.toHaveProperty('dueAt');
    await claimAll(at(10), at(90));
  });

  it('to a rater counts as not sent only while their newest one failed; mail to applicants is not looked at', async () => {
    const requisitionId = newId<RequisitionId>();
    const raterId = newId<PersonId>();
    const untold = () => mails.listUntoldRaters(organisationId, requisitionId);
    const tell = async (minute: number): Promise<Mail> => {
      const id = newId<string>();
      await mails.queue({
        ...{ id, organisationId, requisitionId, raterId },
        kind: 'rating-given',
        queuedAt: at(minute),
      });
      for (;;) {
        const claim = await mails.claimDue(at(minute), at(90));
        if (claim === null) throw new Error('nothing was due');
        if (claim.id === id) return claim;
      }
    };
    await mails.queue(asked(at(40), { requisitionId }));
    await mails.markFailed(await tell(41), 'address-refused', null);
    expect(await untold()).toEqual(new Set([raterId]));
    await mails.markSent(await tell(42), at(42));
    expect(await untold()).toEqual(new Set());
    await mails.markFailed(await tell(43), 'address-refused', null);
    expect(await untold()).toEqual(new Set([raterId]));
  });
});

import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { load } from 'cheerio';
import { randomBytes } from 'node:crypto';
import { closeRequisition } from '../../../src/core/requisition/close-requisition.ts';
import { reopenRequisition } from '../../../src/core/requisition/reopen-requisition.ts';
import type { Requisition } from '../../../src/core/requisition/requisition.ts';
import { eraseRetained } from '../../../src/features/erasure/erase-retained.ts';
import type { RequisitionChanges } from '../../../src/store/requisition-store.ts';
import { written } from '../../core/scoring/a-form.ts';
import { signInAs } from '../../support/actors.ts';
import { startTestApp, type TestApp } from '../../support/test-app.ts';
import { whereIs } from '../../support/where-is.ts';
import { addFinished, addRatingRole, RESPONSES, type RatingRole } from '../rating-desk/rating-role.ts';

let test: TestApp;
beforeAll(async () => {
  test = await startTestApp();
}, 60_000);
afterAll(() => test.close());
const CLOSED = new Date('2026-11-03T15:20:00Z');
const ERASED = new Date('2027-05-03T00:00:00Z');
beforeEach(() => {
  test.setClock(CLOSED);
});

async function reread({ requisition }: RatingRole): Promise<Requisition> {
  const found = await test.deps.stores.requisitions.find(requisition.organisationId, requisition.id);
  if (found === null) throw new Error('the role is gone');
  return found;
}

async function change(role: RatingRole, changes: RequisitionChanges): Promise<void> {
  expect(await test.deps.stores.requisitions.change(await reread(role), changes, [])).toBe('changed');
}

/** A closed role with an applicant whose name and every text is the canary. */
async function aClosedRole() {
  const canary = `canary${randomBytes(6).toString('hex')}`;
  const role = await addRatingRole(test, 0);
  const finished = await addFinished(test, role, { ...RESPONSES, p1: written(canary, canary) });
  const contact = { name: canary, email: `${canary}@x.example`, emailKey: `${canary}@x.example` };
  await test.connection.collection('applicants').updateOne({ _id: finished.applicant.id }, { $set: contact });
  const outcome = closeRequisition(await reread(role), CLOSED);
  if (outcome.kind !== 'closed') throw new Error(outcome.kind);
  await change(role, outcome.changes);
  return { role, canary, finished };
}

const auditOf = async ({ organisationId }: RatingRole) =>
  test.deps.stores.audit.listNewest(organisationId, 100);

describe('the time for which applicants of a closed role are kept', () => {
  it('erases nobody a minute before it is over, and everything after', async () => {
    const { role, canary, finished } = await aClosedRole();
    expect((await reread(role)).eraseAt).toEqual(ERASED);
    test.setClock(new Date(ERASED.getTime() - 60_000));
    await test.runJobs();
    expect(await whereIs(test, canary)).toEqual(['applicants', 'attempts']);
    test.setClock(ERASED);
    await test.runJobs();
    await test.deps.relay.soon();
    expect(await whereIs(test, canary)).toEqual([]);
    expect(await whereIs(test, finished.applicant.id)).toEqual(['applicants', 'auditEvents']);
    expect(await reread(role)).toMatchObject({ eraseAt: null, eraseBegunAt: ERASED, state: 'closed' });
  }, 60_000);

  it('is told in the audit trail, with its reason', async () => {
    const { role, finished } = await aClosedRole();
    test.setClock(ERASED);
    await eraseRetained(test.deps);
    await test.deps.relay.soon();
    const events = await auditOf(role);
    const types = events.map(({ type }) => type);
    for (const type of ['retention-ended', 'retention-carried-out']) expect(types).toContain(type);
    expect(events.find(({ type }) => type === 'erasure-ordered')).toMatchObject({
      actor: { kind: 'system' },
      facts: { applicantId: finished.applicant.id, reason: 'retention' },
    });
  }, 60_000);

  it('does not end for a role that was reopened, or whose applicants are kept by hand', async () => {
    const reopened = await aClosedRole();
    const byHand = await aClosedRole();
    const outcome = reopenRequisition(await reread(reopened.role));
    if (outcome.kind !== 'reopened') throw new Error(outcome.kind);
    await change(reopened.role, outcome.changes);
    const retention = { kind: 'by-hand', reason: 'A court has asked for it.' } as const;
    await change(byHand.role, { retention, eraseAt: null });
    test.setClock(new Date('2030-01-01T00:00:00Z'));
    await eraseRetained(test.deps);
    for (const { canary } of [reopened, byHand]) {
      expect(await whereIs(test, canary)).toEqual(['applicants', 'attempts']);
    }
  }, 60_000);

  it('erases nobody where somebody reopens the role at that moment: one of the two wins', async () => {
    for (let round = 0; round < 4; round += 1) {
      test.setClock(CLOSED);
      const { role, canary } = await aClosedRole();
      test.setClock(ERASED);
      const seen = await reread(role);
      const outcome = reopenRequisition(seen);
      if (outcome.kind !== 'reopened') throw new Error(outcome.kind);
      const [reopened] = await Promise.all([
        test.deps.stores.requisitions.change(seen, outcome.changes, []),
        eraseRetained(test.deps),
      ]);
      await test.deps.relay.soon();
      expect(await whereIs(test, canary)).toEqual(reopened === 'changed' ? ['applicants', 'attempts'] : []);
    }
  }, 60_000);

  it('goes on where a stop cut it off, and with those that are left', async () => {
    const { role, canary } = await aClosedRole();
    test.setClock(ERASED);
    await change(role, { eraseBegunAt: ERASED });
    await addFinished(test, role, RESPONSES);
    await eraseRetained(test.deps);
    await test.deps.relay.soon();
    expect(await whereIs(test, canary)).toEqual([]);
    const left = await test.connection
      .collection('applicants')
      .countDocuments({ requisitionId: role.requisition.id, state: { $ne: 'erased' } });
    expect(left).toBe(0);
  }, 60_000);

  it('leaves the applicants of other roles alone', async () => {
    const due = await aClosedRole();
    const other = await addRatingRole(test, 0);
    const kept = await addFinished(test, other);
    test.setClock(ERASED);
    await eraseRetained(test.deps);
    expect(await whereIs(test, due.canary)).toEqual([]);
    expect(await whereIs(test, kept.attempt.id)).toContain('attempts');
  }, 60_000);

  it('is said on the overview, and to owners on Home from 30 days before', async () => {
    const { role } = await aClosedRole();
    const owner = await signInAs(test, role.organisationId, ['owner']);
    const lines = async () => load((await owner.get('/')).text)('.lines').text();
    test.setClock(new Date('2027-04-02T23:00:00Z'));
    expect(await lines()).not.toContain('Applicants are erased');
    test.setClock(new Date('2027-04-10T12:00:00Z'));
    expect(await lines()).toContain('Applicants are erased on 3 May 2027 (in 23 days)');
    const overview = await role.lead.get(`/requisitions/${role.requisition.id}`);
    expect(load(overview.text)('main').text()).toContain('Applicants are erased on 3 May 2027 (in 23 days).');
  }, 60_000);
});

import { describe, expect, it } from '@jest/globals';
import type {
  FormVersionId,
  IntakeId,
  KeyVersionId,
  OrganisationId,
  PersonId,
} from '../../../src/core/kernel/ids.ts';
import { adoptKey } from '../../../src/core/requisition/adopt-key.ts';
import type { Intake, Requisition } from '../../../src/core/requisition/requisition.ts';
import { anIntake, aRequisition } from '../../support/builders.ts';

const now = new Date('2026-11-26T09:00:00Z');
const formVersionId = 'form' as FormVersionId;
const keyVersionId = 'panel-key' as KeyVersionId;
const panelKey = { experts: 8, publishedAt: now };
const key = {
  ...{ formVersionId, keyVersionId, panelKey },
  next: { id: 'next' as IntakeId, shuffleSeed: 'seed', now },
};
const organisationId = 'organisation' as OrganisationId;
const roleWith = (over: Partial<Requisition>, ...intakes: Partial<Intake>[]) =>
  aRequisition(organisationId, {
    intakes: (intakes.length === 0 ? [{}] : intakes).map((intake) => anIntake({ formVersionId, ...intake })),
    ...over,
  });
const release = { reason: 'The pilot cannot wait.', by: 'owner' as PersonId, at: now };
const past = { ...release, withdrawnBy: 'owner' as PersonId, withdrawnAt: now };

describe('adoptKey', () => {
  it('gives everybody the panel’s key where Judgment was kept back all the time', () => {
    const role = roleWith({}, {}, {});
    const taken = adoptKey(role, key);
    expect(taken).toEqual({
      kind: 'switched',
      intakes: role.intakes.map((intake) => ({ ...intake, keyVersionId, panelKey })),
    });
  });

  it.each([
    ['is released', { judgmentRelease: release }, {}],
    ['was released before', { pastReleases: [past] }, {}],
    ['goes by an earlier panel’s key', {}, { panelKey: { experts: 6, publishedAt: now } }],
    ['has rejected somebody', {}, { rejectedAt: now }],
  ] as const)('opens another intake in a role that %s, and leaves the scores so far', (_, over, intake) => {
    const role = roleWith({ state: 'open', ...over }, intake);
    const [running] = role.intakes;
    expect(adoptKey(role, key)).toEqual({
      kind: 'next-intake',
      intakes: [
        { ...running, closesAt: now },
        {
          ...{ ...running, id: 'next', shuffleSeed: 'seed', keyVersionId, panelKey },
          ...{ opensAt: now, closesAt: null, rejectedAt: null },
        },
      ],
    });
  });

  it('switches the intakes nobody has decided in and opens another after one somebody has', () => {
    const role = roleWith({ state: 'open' }, {}, { rejectedAt: now });
    const taken = adoptKey(role, key);
    expect(taken.kind).toBe('switched');
    const keys =
      'intakes' in taken ? taken.intakes.map((intake) => intake.keyVersionId === keyVersionId) : [];
    expect(keys).toEqual([true, false, true]);
  });

  it('opens nothing in a closed role', () => {
    expect(adoptKey(roleWith({ state: 'closed', judgmentRelease: release }), key).kind).toBe('unaffected');
    expect(adoptKey(roleWith({ state: 'closed' }), key).kind).toBe('switched');
  });

  it.each([
    ['simulated', { simulated: true }, {}],
    ['archived', { state: 'archived' }, {}],
    ['with another form', {}, { formVersionId: 'other' }],
    ['that goes by the key already', {}, { keyVersionId }],
  ] as const)('leaves a role %s as it is', (_, over, intake) => {
    expect(adoptKey(roleWith(over, intake as Partial<Intake>), key).kind).toBe('unaffected');
  });

  it('does not open an intake twice', () => {
    const role = roleWith({ state: 'open', judgmentRelease: release });
    const first = adoptKey(role, key);
    if (first.kind !== 'next-intake') throw new Error(first.kind);
    expect(adoptKey({ ...role, intakes: first.intakes }, key).kind).toBe('unaffected');
  });
});

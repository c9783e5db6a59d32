import { describe, expect, it } from '@jest/globals';
import type { IntakeId, OrganisationId, RubricVersionId } from '../../../src/core/kernel/ids.ts';
import { adoptVersion, openNextIntake } from '../../../src/core/requisition/adopt-version.ts';
import { lockIntake } from '../../../src/core/requisition/lock-intake.ts';
import { anIntake, aRequisition } from '../../support/builders.ts';

const v1 = 'v1' as RubricVersionId;
const v2 = 'v2' as RubricVersionId;
const now = new Date('2026-03-01T00:00:00Z');
const intake = Object.freeze(anIntake({ rubricVersionId: v1 }));
const requisition = aRequisition('organisation' as OrganisationId, { intakes: [intake] });
const change = { intakeId: intake.id, basedOn: v1, versionId: v2 };
const withIntake = (over: Partial<typeof intake>) => ({ ...requisition, intakes: [{ ...intake, ...over }] });

describe('a version for everybody in the intake', () => {
  it('takes the place of the one it is based on', () => {
    expect(adoptVersion(requisition, change)).toEqual({
      kind: 'adopted',
      intakes: [{ ...intake, rubricVersionId: v2 }],
    });
  });
  it('is not taken over once somebody was rejected', () => {
    expect(adoptVersion(withIntake({ rejectedAt: now }), change)).toEqual({ kind: 'locked' });
  });
  it('is not taken over by an intake that goes by another version, or that is not there', () => {
    expect(adoptVersion(withIntake({ rubricVersionId: 'v9' as RubricVersionId }), change).kind).toBe(
      'overtaken',
    );
    expect(adoptVersion(requisition, { ...change, intakeId: 'gone' as IntakeId }).kind).toBe('overtaken');
  });
  it('is taken over once, also after a rejection', () => {
    const adopted = withIntake({ rubricVersionId: v2, rejectedAt: now });
    expect(adoptVersion(adopted, change)).toEqual({ kind: 'already' });
  });
});

describe('a version for the next intake', () => {
  const next = { id: 'next' as IntakeId, versionId: v2, shuffleSeed: 'another', now };

  it('ends the running one and opens one with the same rules and nobody rejected', () => {
    const running = { ...intake, rejectedAt: now };
    expect(openNextIntake({ ...requisition, intakes: [running] }, next)).toEqual({
      kind: 'adopted',
      intakes: [
        { ...running, closesAt: now },
        {
          ...intake,
          id: 'next',
          opensAt: now,
          closesAt: null,
          rubricVersionId: v2,
          shuffleSeed: 'another',
          rejectedAt: null,
        },
      ],
    });
  });
  it('is opened once', () => {
    expect(openNextIntake(withIntake({ rubricVersionId: v2 }), next)).toEqual({ kind: 'already' });
  });
});

describe('the first rejection in an intake', () => {
  it('locks it from that moment, and later ones change nothing', () => {
    expect(lockIntake(requisition, intake.id, now)).toEqual([{ ...intake, rejectedAt: now }]);
    expect(lockIntake(withIntake({ rejectedAt: now }), intake.id, new Date())).toBeNull();
    expect(() => lockIntake(requisition, 'gone' as IntakeId, now)).toThrow('no intake');
  });
});

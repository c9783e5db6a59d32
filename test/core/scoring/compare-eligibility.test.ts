import { describe, expect, it } from '@jest/globals';
import type { FormVersionId, IntakeId, KeyVersionId, RubricVersionId } from '../../../src/core/kernel/ids.ts';
import { compareEligibility, type MeasuredBy } from '../../../src/core/scoring/compare-eligibility.ts';

const alike: MeasuredBy = {
  intakeId: 'i1' as IntakeId,
  formVersionId: 'f1' as FormVersionId,
  keyVersionId: 'k1' as KeyVersionId,
  rubricVersionId: 'r1' as RubricVersionId,
};

describe('people may stand side by side', () => {
  it('where intake, form, key and rubric version are the same', () => {
    expect(compareEligibility([alike, { ...alike }, { ...alike }])).toEqual({ kind: 'comparable' });
    expect(compareEligibility([])).toEqual({ kind: 'comparable' });
  });
  it.each([
    ['other-intake', { intakeId: 'i2' as IntakeId }],
    ['other-form', { formVersionId: 'f2' as FormVersionId }],
    ['other-key', { keyVersionId: 'k2' as KeyVersionId }],
    ['other-rubric-version', { rubricVersionId: 'r2' as RubricVersionId }],
  ])('and not with one under %s', (reason, other) => {
    expect(compareEligibility([alike, { ...alike, ...other }, alike])).toEqual({
      kind: 'not-comparable',
      reason,
    });
  });
  it('and the intake, which each of them belongs to, is the reason only where nothing else differs', () => {
    const other = { ...alike, intakeId: 'i2' as IntakeId, rubricVersionId: 'r2' as RubricVersionId };
    expect(compareEligibility([alike, other])).toMatchObject({ reason: 'other-rubric-version' });
    expect(compareEligibility([alike, { ...other, keyVersionId: 'k2' as KeyVersionId }])).toMatchObject({
      reason: 'other-key',
    });
  });
});

import { describe, expect, it } from '@jest/globals';
import type { OrganisationId } from '../../../src/core/kernel/ids.ts';
import type { Precision } from '../../../src/core/psychometrics/precision.ts';
import { currentIntake } from '../../../src/core/requisition/requisition.ts';
import { criteriaPrecision } from '../../../src/core/scoring/column-precision.ts';
import { applicantColumns } from '../../../src/features/exports/applicant-columns.ts';
import { aPerson, aRole, ratedThroughout } from '../applicant-comparison/a-role.ts';

const role = aRole('home' as OrganisationId);
const { standing } = aPerson(role, { label: 'AAAAA', ...ratedThroughout(role.form, [4, 3, 5]) });
const established: Precision = {
  kind: 'established',
  ...{ reliability: 0.71, mean: 60, sd: 12, method: 'omega', n: 140 },
  interval: { lower: 0.62, upper: 0.78 },
};
const assumed: Precision = { kind: 'assumed', reliability: 0.5, sd: 12, source: 'planning values' };
const onePrompt: Precision = { kind: 'cannot-be-established', reason: 'one-prompt' };

function rowUnder(written: Precision, empathy: Precision | null = null) {
  const columns = applicantColumns({
    ...role,
    intake: currentIntake(role.requisition),
    precision: {
      ...criteriaPrecision({ criteria: [], analysis: null }),
      judgment: null,
      written,
      d1: empathy,
    },
    constants: null,
    seesKey: false,
  });
  return Object.fromEntries(columns.map(({ name, of }) => [name, of(standing)]));
}

describe('a reliability in a file', () => {
  it('never stands without how many it comes from, its interval and its method', () => {
    expect(rowUnder(established)).toMatchObject({
      written_precision: 'established',
      written_reliability: 0.71,
      written_reliability_n: 140,
      written_reliability_lower_90: 0.62,
      written_reliability_upper_90: 0.78,
      written_reliability_method: 'omega',
    });
  });

  it('is said to be a planning value, which comes from nobody, where it is assumed', () => {
    expect(rowUnder(assumed)).toMatchObject({
      written_reliability: 0.5,
      written_reliability_n: null,
      written_reliability_lower_90: null,
      written_reliability_upper_90: null,
      written_reliability_method: 'planning value: planning values',
    });
  });

  it('is not there with all that belongs to it where nothing can be known', () => {
    const named = Object.entries(rowUnder(onePrompt)).filter(([name]) => name.includes('_reliability'));
    expect(named).toHaveLength(10 + 5 * role.rubric.criteria.length);
    expect(new Set(named.map(([, value]) => value))).toEqual(new Set([null]));
  });

  it('of a criterion stands beside its band, over the prompts that name it', () => {
    const row = rowUnder(assumed, established);
    const name = `criterion_${role.rubric.criteria[0]?.id}`;
    expect(row).toMatchObject({
      [`${name}_precision`]: 'established',
      [`${name}_reliability`]: 0.71,
      [`${name}_reliability_n`]: 140,
    });
    // Every prompt has a level, so nothing widens 1.645 SD √(1 − r).
    expect(row[`${name}_half_band_90`]).toBeCloseTo(1.645 * 12 * Math.sqrt(1 - 0.71), 5);
    const other = `criterion_${role.rubric.criteria[1]?.id}`;
    expect([row[`${other}_half_band_90`], row[`${other}_precision`]]).toEqual([null, null]);
    expect(row[other]).not.toBeNull();
  });
});

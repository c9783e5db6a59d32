import { describe, expect, it } from '@jest/globals';
import type { CriterionId } from '../../../src/core/kernel/ids.ts';
import { columnPrecision, criteriaPrecision } from '../../../src/core/scoring/column-precision.ts';

const assumed = (sd: number) => ({ reliability: 0.5, sd, source: 'planning values of the assessment' });
const planning = { judgment: assumed(12), written: assumed(15) };
const whole = {
  reliability: 0.7,
  mean: 60,
  sd: 11,
  method: 'alpha',
  n: 60,
  interval: { lower: 0.6, upper: 0.8 },
};
const none = { judgment: null, written: null };

const own = whole;

describe('what is known of the columns', () => {
  it('is nothing where the authors have stated nothing', () => {
    expect(columnPrecision({ planning: undefined, analyses: none, prompts: 3 })).toEqual(none);
  });
  it('is each column’s own planning value before there are data', () => {
    expect(columnPrecision({ planning, analyses: none, prompts: 3 })).toMatchObject({
      judgment: { kind: 'assumed', sd: 12 },
      written: { kind: 'assumed', sd: 15 },
    });
  });
  it('becomes established column by column', () => {
    const analyses = { judgment: { own, doubleRatings: 0 }, written: { own, doubleRatings: 29 } };
    expect(columnPrecision({ planning, analyses, prompts: 3 })).toMatchObject({
      judgment: { kind: 'established', reliability: 0.7 },
      written: { kind: 'assumed' },
    });
  });
  it('cannot be established for writing with one prompt', () => {
    expect(columnPrecision({ planning, analyses: none, prompts: 1 }).written).toMatchObject({
      kind: 'cannot-be-established',
    });
  });
});

describe('what is known of single criteria', () => {
  const [empathy, thin, fresh] = ['empathy', 'thin', 'new'] as unknown as [
    CriterionId,
    CriterionId,
    CriterionId,
  ];
  const criteria = [
    { id: thin, prompts: 1 },
    { id: empathy, prompts: 2 },
    { id: fresh, prompts: 2 },
  ];
  const own = (n: number) => ({ ...whole, n });
  const analysis = (n: number, doubleRatings: number) => ({
    criteria: [
      { criterion: empathy, own: own(n) },
      { criterion: thin, own: own(n) },
    ],
    doubleRatings,
  });
  it('stands in the order of the version: established, over one prompt never, and nothing without data', () => {
    expect(criteriaPrecision({ criteria, analysis: analysis(50, 30) })).toEqual({
      d1: { kind: 'cannot-be-established', reason: 'one-prompt' },
      d2: { kind: 'established', ...own(50) },
      ...{ d3: null, d4: null, d5: null, d6: null },
    });
  });
  it('is nothing below 50 attempts or 30 responses read twice: nobody assumes a value for it', () => {
    for (const few of [analysis(49, 30), analysis(50, 29), null])
      expect(criteriaPrecision({ criteria, analysis: few }).d2).toBeNull();
  });
});

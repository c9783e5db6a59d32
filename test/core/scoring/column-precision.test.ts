import { describe, expect, it } from '@jest/globals';
import { columnPrecision } from '../../../src/core/scoring/column-precision.ts';

const assumed = (sd: number) => ({ reliability: 0.5, sd, source: 'planning values of the assessment' });
const planning = { judgment: assumed(12), written: assumed(15) };
const own = {
  reliability: 0.7,
  mean: 60,
  sd: 11,
  method: 'alpha',
  n: 60,
  interval: { lower: 0.6, upper: 0.8 },
};
const none = { judgment: null, written: null };

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

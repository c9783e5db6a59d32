import { describe, expect, it } from '@jest/globals';
import { precisionOf } from '../../../src/core/psychometrics/precision.ts';

const planning = { reliability: 0.5, sd: 12, source: 'planning values of the assessment' };
const own = {
  reliability: 0.63,
  mean: 60,
  sd: 11,
  method: 'stratified alpha',
  n: 50,
  interval: { lower: 0.5, upper: 0.7 },
};
const written = { prompts: 3, doubleRatings: 30 };

describe('precision of a column', () => {
  it('is assumed before the organisation has figures of its own', () => {
    expect(precisionOf({ planning, own: null, written: null })).toEqual({ kind: 'assumed', ...planning });
  });
  it('stays assumed below 50 attempts', () => {
    expect(precisionOf({ planning, own: { ...own, n: 49 }, written: null }).kind).toBe('assumed');
  });
  it('is established from 50 attempts on', () => {
    expect(precisionOf({ planning, own, written: null })).toEqual({ kind: 'established', ...own });
  });
  it('asks 30 double ratings of writing besides', () => {
    expect(precisionOf({ planning, own, written: { ...written, doubleRatings: 29 } }).kind).toBe('assumed');
    expect(precisionOf({ planning, own, written }).kind).toBe('established');
  });
  it('keeps an own value that is bad news instead of assuming a better one', () => {
    expect(precisionOf({ planning, own: { ...own, reliability: -0.1 }, written: null })).toMatchObject({
      kind: 'established',
      reliability: -0.1,
    });
  });
  it('cannot be established for one prompt, whatever else is known', () => {
    expect(precisionOf({ planning, own, written: { ...written, prompts: 1 } })).toEqual({
      kind: 'cannot-be-established',
      reason: 'one-prompt',
    });
  });
});

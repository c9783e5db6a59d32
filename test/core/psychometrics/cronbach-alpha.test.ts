import { describe, expect, it } from '@jest/globals';
import { cronbachAlpha, type PersonsByItems } from '../../../src/core/psychometrics/cronbach-alpha.ts';
import { referenceCase } from '../../reference/reference-case.ts';

interface Data {
  readonly data: PersonsByItems;
}

describe('Cronbach’s alpha', () => {
  it('equals psych on the attitude data (alpha.attitude)', () => {
    const { input, expected, near } = referenceCase<Data, { alpha: number }>('alpha.attitude');
    near(cronbachAlpha(input.data).value, expected.alpha);
  });
  it('equals psych for two items (alpha.two_items)', () => {
    const { input, expected, near } = referenceCase<Data, { alpha: number }>('alpha.two_items');
    near(cronbachAlpha(input.data).value, expected.alpha);
  });
  it('leaves out persons with a missing value and says how many are left (alpha.missing)', () => {
    const { input, expected, near } = referenceCase<Data, { listwise: number; n_listwise: number }>(
      'alpha.missing',
    );
    const alpha = cronbachAlpha(input.data);
    near(alpha.value, expected.listwise);
    expect(alpha.n).toBe(expected.n_listwise);
  });
  it('has no value where nobody differs (alpha.all_equal)', () => {
    const { input } = referenceCase<Data, unknown>('alpha.all_equal');
    expect(cronbachAlpha(input.data)).toEqual({ value: null, n: 5, k: 4, reason: 'no-variance' });
  });
  it('has no value for one item or one person', () => {
    expect(cronbachAlpha([[1], [2]])).toMatchObject({ value: null, reason: 'fewer-than-two-items' });
    expect(cronbachAlpha([])).toMatchObject({ value: null, n: 0, k: 0, reason: 'fewer-than-two-items' });
    expect(cronbachAlpha([[1, 2]])).toMatchObject({ value: null, n: 1, reason: 'insufficient-n' });
  });
  it('is not clipped when items work against each other', () => {
    const { value } = cronbachAlpha([
      [1, 5],
      [2, 3],
      [4, 1],
    ]);
    expect(value).toBeLessThan(0);
  });
});

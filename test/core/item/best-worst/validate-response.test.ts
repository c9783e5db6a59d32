import { describe, expect, it } from '@jest/globals';
import { validateBestWorst } from '../../../../src/core/item/best-worst/validate-response.ts';
import { aBestWorstItem } from '../../form/a-form.ts';

const pick = (raw: unknown) => validateBestWorst(aBestWorstItem(), raw);
const refusal = (reason: string) => ({ kind: 'invalid', reason });

describe('best and worst', () => {
  it('are two options of the item, either may be missing', () => {
    expect(pick({ best: 'a', worst: 'c' })).toMatchObject({ value: { best: 'a', worst: 'c' } });
    expect(pick({ best: 'a', worst: '' })).toMatchObject({ value: { best: 'a', worst: null } });
    expect(pick({})).toMatchObject({ value: { best: null, worst: null } });
  });

  it('cannot be the same option, unknown options or another shape', () => {
    expect(pick({ best: 'a', worst: 'a' })).toEqual(refusal('same-option'));
    expect(pick({ best: 'e' })).toEqual(refusal('unknown-option'));
    expect(pick({ worst: ['a'] })).toEqual(refusal('unknown-option'));
    expect(pick([])).toEqual(refusal('wrong-shape'));
  });
});

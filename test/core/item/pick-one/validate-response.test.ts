import { describe, expect, it } from '@jest/globals';
import { validatePickOne } from '../../../../src/core/item/pick-one/validate-response.ts';
import { aPickOneItem } from '../../form/a-form.ts';

const pick = (raw: unknown) => validatePickOne(aPickOneItem(), raw);

describe('one pick', () => {
  it('is an option of the item, or none yet', () => {
    expect(pick({ pick: 'b' })).toEqual({ kind: 'valid', value: { kind: 'pick-one', pick: 'b' } });
    expect(pick({ pick: '' })).toMatchObject({ value: { pick: null } });
    expect(pick({})).toMatchObject({ value: { pick: null } });
  });

  it('is no unknown option and no other shape', () => {
    expect(pick({ pick: 'e' })).toEqual({ kind: 'invalid', reason: 'unknown-option' });
    expect(pick({ pick: ['a'] })).toEqual({ kind: 'invalid', reason: 'unknown-option' });
    expect(pick(null)).toEqual({ kind: 'invalid', reason: 'wrong-shape' });
  });
});

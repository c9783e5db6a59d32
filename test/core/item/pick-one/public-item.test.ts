import { describe, expect, it } from '@jest/globals';
import { publicPickOne } from '../../../../src/core/item/pick-one/public-item.ts';
import { aPickOneItem } from '../../form/a-form.ts';

describe('what a candidate may see of a pick-one item', () => {
  it('is the situation, the question and the options by id and text', () => {
    const item = aPickOneItem();
    const keyed = { ...item, key: 'a', options: item.options.map((option) => ({ ...option, value: 6.1 })) };
    expect(publicPickOne(keyed)).toEqual(item);
  });
});

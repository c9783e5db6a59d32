import { describe, expect, it } from '@jest/globals';
import { publicRankOptions } from '../../../../src/core/item/rank-options/public-item.ts';
import { aRankOptionsItem } from '../../form/a-form.ts';

describe('what a candidate may see of a rank-options item', () => {
  it('is the situation, the question and the options by id and text', () => {
    const item = aRankOptionsItem();
    const keyed = { ...item, key: 'a', options: item.options.map((option) => ({ ...option, value: 6.1 })) };
    expect(publicRankOptions(keyed)).toEqual(item);
  });
});

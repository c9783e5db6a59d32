import { describe, expect, it } from '@jest/globals';
import { publicRateOptions } from '../../../../src/core/item/rate-options/public-item.ts';
import { aRateOptionsItem } from '../../form/a-form.ts';

describe('what a candidate may see of a rate-options item', () => {
  it('is the situation, the question and the options by id and text', () => {
    const item = aRateOptionsItem();
    const keyed = { ...item, key: 'a', options: item.options.map((option) => ({ ...option, value: 6.1 })) };
    expect(publicRateOptions(keyed)).toEqual(item);
  });
});

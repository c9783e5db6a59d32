import { describe, expect, it } from '@jest/globals';
import { publicBestWorst } from '../../../../src/core/item/best-worst/public-item.ts';
import { aBestWorstItem } from '../../form/a-form.ts';

describe('what a candidate may see of a best-worst item', () => {
  it('is the situation, the question and the options by id and text', () => {
    const item = aBestWorstItem();
    const keyed = { ...item, key: 'a', options: item.options.map((option) => ({ ...option, value: 6.1 })) };
    expect(publicBestWorst(keyed)).toEqual(item);
  });
});

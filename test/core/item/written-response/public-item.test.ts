import { describe, expect, it } from '@jest/globals';
import { publicWrittenResponse } from '../../../../src/core/item/written-response/public-item.ts';
import { aWrittenItem } from '../../form/a-form.ts';

describe('what a candidate may see of a prompt', () => {
  it('is everything but the criteria', () => {
    const { criteria: _criteria, ...rest } = aWrittenItem();
    expect(publicWrittenResponse(aWrittenItem())).toEqual(rest);
  });
});

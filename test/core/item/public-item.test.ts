import { describe, expect, it } from '@jest/globals';
import { publicItem } from '../../../src/core/item/public-item.ts';
import { aBestWorstItem, aRateOptionsItem, aWrittenItem } from '../form/a-form.ts';

const fields = (value: object) => Object.keys(value).sort();

describe('what a candidate may see of an item', () => {
  it.each([aRateOptionsItem(), aBestWorstItem()])(
    'of $kind: the situation, the question, the options',
    (item) => {
      const shown = publicItem({ ...item, options: item.options.map((option) => ({ ...option, value: 6 })) });
      expect(fields(shown)).toEqual(['id', 'kind', 'options', 'question', 'situation', 'title']);
      expect(shown).toMatchObject({ options: item.options });
      expect(JSON.stringify(shown)).not.toContain('value');
    },
  );

  it('of a prompt: both steps and the limits, never the criteria', () => {
    const shown = publicItem(aWrittenItem());
    expect(fields(shown)).toEqual([
      'guide',
      'id',
      'kind',
      'maxWords',
      'situation',
      'stepA',
      'stepB',
      'title',
    ]);
    expect(JSON.stringify(shown)).not.toContain('empathy');
  });

  it('holds nothing that somebody adds to an item later', () => {
    const item = { ...aRateOptionsItem(), dimension: 'empathy', key: { a: 6.1 } };
    expect(JSON.stringify(publicItem(item))).not.toMatch(/empathy|6\.1/);
  });
});

import { describe, expect, it } from '@jest/globals';
import type { ItemId } from '../../../src/core/kernel/ids.ts';
import { compareWithAuthors } from '../../../src/core/rating/compare-with-authors.ts';
import type { ExampleResponse } from '../../../src/core/rubric/rubric.ts';

const example: ExampleResponse = {
  id: 'e1',
  itemId: 'w01' as ItemId,
  a: 'First.',
  b: 'Then.',
  levels: {
    empathy: { level: 4, cites: 'First', because: 'It says so.' },
    clarity: { level: 2, cites: 'Then', because: 'It does not.' },
  } as ExampleResponse['levels'],
};

describe('own levels beside the authors’', () => {
  it('say how far apart they are, with the words that decided', () => {
    expect(compareWithAuthors(example, { empathy: 2, clarity: 2 })).toEqual([
      { criterion: 'empathy', own: 2, authors: 4, apart: 2, cites: 'First', because: 'It says so.' },
      { criterion: 'clarity', own: 2, authors: 2, apart: 0, cites: 'Then', because: 'It does not.' },
    ]);
  });

  it('need a level for every criterion', () => {
    expect(() => compareWithAuthors(example, { empathy: 2 })).toThrow(RangeError);
  });
});

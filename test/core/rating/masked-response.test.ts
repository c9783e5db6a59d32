import { describe, expect, it } from '@jest/globals';
import { maskResponse } from '../../../src/core/rating/masked-response.ts';
import { prompt, written } from '../scoring/a-form.ts';

describe('what a rater may read', () => {
  it('is exactly the situation and the text, whatever else is in the records', () => {
    const item = { ...prompt('p1', ['empathy']), author: 'canary' };
    const value = { ...written('I am sorry.', 'I call at nine.'), name: 'canary', savedAt: 'canary' };
    expect(maskResponse(item, value)).toEqual({
      title: 'A title',
      situation: 'A situation.',
      askA: 'Write what you would say.',
      update: 'Then it changes.',
      askB: 'What now?',
      a: 'I am sorry.',
      b: 'I call at nine.',
      words: 7,
    });
  });
});

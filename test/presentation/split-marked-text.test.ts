import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import type { CriterionId } from '../../src/core/kernel/ids.ts';
import { splitMarkedText } from '../../src/presentation/split-marked-text.ts';

const [empathy, clarity] = ['empathy', 'clarity'] as CriterionId[] as [CriterionId, CriterionId];
const order = [empathy, clarity];
const mark = (criterion: CriterionId, start: number, end: number) => ({ criterion, start, end });

describe('marked words', () => {
  it('leave a text without marks whole', () => {
    expect(splitMarkedText('No marks.', [], order)).toEqual([{ text: 'No marks.', criteria: [] }]);
  });

  it('are cut out with the criterion they were marked for', () => {
    expect(splitMarkedText('I hear you. Now.', [mark(empathy, 0, 11)], order)).toEqual([
      { text: 'I hear you.', criteria: [empathy] },
      { text: ' Now.', criteria: [] },
    ]);
  });

  it('carry every criterion where marks of several overlap, in the order of the rubric', () => {
    const pieces = splitMarkedText('abcdef', [mark(clarity, 0, 4), mark(empathy, 2, 6)], order);
    expect(pieces).toEqual([
      { text: 'ab', criteria: [clarity] },
      { text: 'cd', criteria: [empathy, clarity] },
      { text: 'ef', criteria: [empathy] },
    ]);
  });

  it('of two raters for one criterion are one piece where they meet', () => {
    const pieces = splitMarkedText('abcdef', [mark(empathy, 0, 3), mark(empathy, 2, 5)], order);
    expect(pieces).toEqual([
      { text: 'abcde', criteria: [empathy] },
      { text: 'f', criteria: [] },
    ]);
  });

  it('never change a sign of the text, whatever was marked', () => {
    const stretch = fc.record({
      criterion: fc.constantFrom(...order),
      start: fc.integer({ min: -5, max: 60 }),
      end: fc.integer({ min: -5, max: 60 }),
    });
    fc.assert(
      fc.property(fc.string({ maxLength: 50 }), fc.array(stretch, { maxLength: 6 }), (text, stretches) => {
        const pieces = splitMarkedText(text, stretches, order);
        expect(pieces.map((piece) => piece.text).join('')).toBe(text);
      }),
    );
  });

  it('of an empty step are nothing', () => {
    expect(splitMarkedText('', [mark(empathy, 0, 3)], order)).toEqual([]);
  });
});

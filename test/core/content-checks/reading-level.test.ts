import { describe, expect, it } from '@jest/globals';
import { countSyllables } from '../../../src/core/content-checks/count-syllables.ts';
import { readingLevel } from '../../../src/core/content-checks/reading-level.ts';
import { splitSentences } from '../../../src/core/content-checks/split-sentences.ts';

describe('syllables of a word', () => {
  it.each([
    ['me', 1],
    ['shop', 1],
    ['asked', 1],
    ['wanted', 2],
    ['plate', 1],
    ['table', 2],
    ['whole', 1],
    ['quiet', 2],
    ['people', 2],
    ['agreed', 2],
    ['something', 2],
    ['somebody', 3],
    ['manager', 3],
    ['appointment', 3],
    ['information', 4],
    ['75', 1],
  ])('%s has %i', (word, expected) => {
    expect(countSyllables(word)).toBe(expected);
  });
});

describe('sentences of a text', () => {
  it('end at full stops, question marks, quoted ends and line breaks', () => {
    const text = 'He asks: "Is it bay 4?" It is.\nNobody else is waiting';
    expect(splitSentences(text)).toEqual(['He asks: "Is it bay 4?"', 'It is.', 'Nobody else is waiting']);
  });

  it('do not end at titles and inside times', () => {
    expect(splitSentences('Mrs. Tan takes the 10.15 coach.')).toHaveLength(1);
  });
});

describe('reading level', () => {
  it('is Flesch–Kincaid: 6 words of 6 syllables in one sentence read at grade −1.45', () => {
    expect(readingLevel('The cat sat on the mat.')?.grade).toBeCloseTo(-1.45, 10);
  });

  it('is Flesch–Kincaid: 12 words of 20 syllables in two sentences read at grade 6.42', () => {
    const level = readingLevel('Ask the manager for a later appointment. Tell him about the customer.');
    expect(level?.wordsPerSentence).toBe(6);
    expect(level?.grade).toBeCloseTo(0.39 * 6 + (11.8 * 20) / 12 - 15.59, 10);
  });

  it('is lower for short words in short sentences than for long words in long ones', () => {
    const plain = readingLevel('You may lend him a phone. He needs it for his work.');
    const dense = readingLevel(
      'Temporary replacement equipment may be authorised whenever operational requirements necessitate continuity.',
    );
    expect(plain?.grade).toBeLessThan(3);
    expect(dense?.grade).toBeGreaterThan(15);
  });

  it('does not exist for a text without words', () => {
    expect(readingLevel(' … ')).toBeNull();
  });
});

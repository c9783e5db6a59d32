import { describe, expect, it } from '@jest/globals';
import { partProgress } from '../../../src/core/attempt/part-progress.ts';
import type { ItemId } from '../../../src/core/kernel/ids.ts';
import { aForm, JUDGMENT, theSection, WRITING } from '../form/a-form.ts';
import { anAttempt, aStored } from './an-attempt.ts';

const form = aForm();
const words = (count: number) => Array.from({ length: count }, () => 'word').join(' ');
const written = (a: string, b: string) => aStored({ value: { kind: 'written-response', a, b } });

describe('progress of a part', () => {
  it('tells state and reminder of each item in the order of the part', () => {
    const attempt = anAttempt({
      responses: {
        ['b01' as ItemId]: aStored({ value: { kind: 'best-worst', best: 'a' as never, worst: null } }),
      },
      reminders: ['j01' as ItemId],
    });
    const progress = partProgress(attempt, form, theSection(form, JUDGMENT));
    expect(progress.map(({ item, state, remind, overLong }) => [item.id, state, remind, overLong])).toEqual([
      ['j01', 'empty', true, false],
      ['b01', 'partial', false, false],
    ]);
  });

  it('marks more than 300 words of both steps together', () => {
    const attempt = anAttempt({
      responses: {
        ['w01' as ItemId]: written(words(200), words(100)),
        ['w02' as ItemId]: written(words(200), words(101)),
      },
    });
    const progress = partProgress(attempt, form, theSection(form, WRITING));
    expect(progress.map(({ overLong }) => overLong)).toEqual([false, true]);
  });
});

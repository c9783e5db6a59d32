import { describe, expect, it } from '@jest/globals';
import { beginUntil } from '../../../src/core/adjustment/begin-until.ts';

const on = (day: number) => new Date(Date.UTC(2026, 10, day, 9));
const asked = { origin: 'candidate', state: 'open', askedAt: on(9), dueAt: on(11), answer: null } as const;
const answered = { ...asked, state: 'answered' } as const;

describe('until when a test may be begun', () => {
  it.each([
    ['by nobody who asked later than the link says', on(10), [], on(10)],
    ['two days after the answer is due', on(10), [{ ...asked, dueAt: on(14) }], on(16)],
    ['as the link says where that is later', on(20), [asked], on(20)],
    ['two days from now while an answer is overdue', on(10), [{ ...asked, dueAt: on(10) }], on(14)],
    ['two days after a late answer', on(10), [{ ...answered, answer: { text: '', at: on(15) } }], on(17)],
    ['as the link says for a request after its end', on(8), [asked], on(8)],
    ['as the link says for what raters asked', on(10), [{ ...asked, origin: 'rating' as const }], on(10)],
  ])('%s', (_what, linkExpiresAt, requests, expected) => {
    expect(beginUntil(linkExpiresAt, requests, on(12))).toEqual(expected);
  });
});

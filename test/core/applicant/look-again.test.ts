import { describe, expect, it } from '@jest/globals';
import { offerLookAgain } from '../../../src/core/applicant/look-again.ts';

const usual = {
  earlier: [],
  handedIn: true,
  withdrawn: false,
  roleState: 'closed',
  answerWithinDays: 5,
} as const;
const answered = { answer: { text: 'We looked.', at: new Date(0), by: 'p' as never } };

describe('asking a person to look again', () => {
  it.each([
    ['nobody has promised an answer', { answerWithinDays: null }],
    ['nothing is handed in', { handedIn: false }],
    ['the candidate has withdrawn', { withdrawn: true }],
    ['the role is archived', { roleState: 'archived' }],
  ] as const)('is not offered where %s', (_why, over) => {
    expect(offerLookAgain({ ...usual, ...over }).kind).toBe('not-offered');
  });

  it('is offered once more after an answer, and never while one is awaited', () => {
    expect(offerLookAgain(usual)).toEqual({ kind: 'offered', number: 1, answerWithinDays: 5 });
    expect(offerLookAgain({ ...usual, earlier: [answered] })).toMatchObject({ number: 2 });
    expect(offerLookAgain({ ...usual, earlier: [answered, { answer: null }] }).kind).toBe('waits');
  });
});

import { describe, expect, it } from '@jest/globals';
import { changeDecisionDate } from '../../../src/core/requisition/change-decision-date.ts';

const now = new Date('2026-03-10T15:00:00Z');
const day = (text: string) => new Date(`${text}T00:00:00Z`);

describe('the day by which candidates hear', () => {
  it.each([
    ['today', '2026-03-10', 'changed'],
    ['yesterday', '2026-03-09', 'past'],
    ['in a year', '2027-03-11', 'changed'],
    ['in more than a year', '2027-03-12', 'too-far'],
  ])('may be %s: %s is %s', (_when, text, kind) => {
    expect(changeDecisionDate({ state: 'open' }, day(text), now).kind).toBe(kind);
  });

  it('may be taken back, but nothing changes in an archived role', () => {
    expect(changeDecisionDate({ state: 'closed' }, null, now)).toEqual({
      kind: 'changed',
      changes: { decisionBy: null },
    });
    expect(changeDecisionDate({ state: 'archived' }, day('2026-04-01'), now).kind).toBe('archived');
  });
});

import { describe, expect, it } from '@jest/globals';
import { closes, moveApplicant } from '../../../src/core/applicant/decision.ts';
import type { PersonId } from '../../../src/core/kernel/ids.ts';

const by = 'a person' as PersonId;
const at = new Date('2026-03-02T10:00:00Z');
const wanted = { to: 'shortlisted', reason: 'Names what is at stake.', considered: '', message: '' } as const;

describe('moving an applicant', () => {
  it('records who moved them when, from where to where and why', () => {
    expect(moveApplicant({ stage: 'open' }, wanted, by, at)).toEqual({
      kind: 'moved',
      decision: { ...wanted, from: 'open', message: null, by, at },
    });
  });
  it.each(['offer', 'rejected'] as const)('to %s never closes without a message', (to) => {
    expect(closes(to)).toBe(true);
    expect(moveApplicant({ stage: 'open' }, { ...wanted, to }, by, at)).toEqual({ kind: 'message-missing' });
    const told = moveApplicant({ stage: 'open' }, { ...wanted, to, message: 'Thank you.' }, by, at);
    expect(told).toMatchObject({ kind: 'moved', decision: { message: 'Thank you.' } });
  });
  it('keeps no message that the applicant never gets', () => {
    const moved = moveApplicant({ stage: 'open' }, { ...wanted, message: 'A draft' }, by, at);
    expect(moved).toMatchObject({ decision: { message: null } });
  });
  it('is refused to the same stage and after a withdrawal', () => {
    expect(moveApplicant({ stage: 'shortlisted' }, wanted, by, at).kind).toBe('already-there');
    expect(moveApplicant({ stage: 'withdrawn' }, wanted, by, at).kind).toBe('withdrawn');
  });
});

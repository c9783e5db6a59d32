import { describe, expect, it } from '@jest/globals';
import { invitationState } from '../../../src/core/applicant/invitation-state.ts';

const now = new Date('2026-03-10T12:00:00Z');
const later = new Date('2026-03-11T12:00:00Z');
const earlier = new Date('2026-03-09T12:00:00Z');

describe('state of an invitation', () => {
  it.each([
    ['invited', later, null],
    ['ended', earlier, null],
    ['ended', now, null],
    ['started', later, 'open'],
    ['started', earlier, 'open'],
    ['finished', later, 'submitted'],
    ['finished', earlier, 'expired'],
  ] as const)('is %s', (expected, linkExpiresAt, attemptState) => {
    expect(invitationState({ linkExpiresAt, withdrawnAt: null }, attemptState, now)).toBe(expected);
  });

  it.each([null, 'open', 'submitted', 'expired'] as const)(
    'is withdrawn once somebody withdrew, with an attempt that is %s',
    (attemptState) => {
      const withdrawn = { linkExpiresAt: later, withdrawnAt: earlier };
      expect(invitationState(withdrawn, attemptState, now)).toBe('withdrawn');
    },
  );
});

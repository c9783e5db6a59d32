import type { AdjustmentRequest } from './adjustment-request.ts';

/** To begin after the answer is there. */
const AFTERWARDS_MS = 2 * 24 * 60 * 60 * 1000;

type Waited = Pick<AdjustmentRequest, 'origin' | 'state' | 'askedAt' | 'dueAt' | 'answer'>;

/**
 * Until when a test may be begun by somebody who asked for a change in time: not before the answer has come, or would have
 * had to, and two days more. The date of the link itself stays, so that staff who invite see nothing of the request.
 */
export function beginUntil(linkExpiresAt: Date, requests: readonly Waited[], now: Date): Date {
  const ends = requests
    .filter(({ origin, askedAt }) => origin !== 'rating' && askedAt < linkExpiresAt)
    .map(({ state, dueAt, answer }) => {
      const waitedUntil = state === 'open' ? now : (answer?.at ?? dueAt);
      return Math.max(dueAt.getTime(), waitedUntil.getTime()) + AFTERWARDS_MS;
    });
  return new Date(Math.max(linkExpiresAt.getTime(), ...ends));
}

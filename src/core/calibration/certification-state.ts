import type { RaterCertification } from './rater-certification.ts';

const IDLE_MS = 90 * 24 * 60 * 60 * 1000;
export const TRIES_ALLOWED = 2;

export type CertificationState =
  | { readonly kind: 'certified'; readonly until: Date }
  /** Certified once, then no batch for 90 days. */
  | { readonly kind: 'lapsed' }
  | { readonly kind: 'not-certified'; readonly triesLeft: number };

/** Where a rater stands. Tries before a person let them go on count no longer; new anchors begin with nothing. */
export function certificationState(
  { tries, seeded, pauses }: Pick<RaterCertification, 'tries' | 'seeded' | 'pauses'>,
  now: Date,
): CertificationState {
  const passed = tries.findLast(({ result }) => result.missed.length === 0);
  if (passed !== undefined) {
    const last = Math.max(passed.at.getTime(), ...seeded.map(({ at }) => at.getTime()));
    const until = new Date(last + IDLE_MS);
    if (now < until) return { kind: 'certified', until };
  }
  const since = pauses.findLast(({ cause, lifted }) => cause === 'failed-twice' && lifted !== null)?.lifted
    ?.at;
  const counted = tries.filter(
    ({ at, result }) =>
      result.missed.length > 0 && at > (since ?? new Date(0)) && at > (passed?.at ?? new Date(0)),
  );
  if (passed !== undefined && counted.length === 0) return { kind: 'lapsed' };
  return { kind: 'not-certified', triesLeft: Math.max(0, TRIES_ALLOWED - counted.length) };
}

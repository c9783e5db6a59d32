const DAYS = 28;

/** Until when a link that is made now lets somebody begin. A started assessment runs its full time after it. */
export function linkExpiry(now: Date): Date {
  return new Date(now.getTime() + DAYS * 24 * 60 * 60 * 1000);
}

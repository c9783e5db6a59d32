const LEASE_MS = 2 * 60 * 60 * 1000;

/** Until when a seat that a rater took by themselves is kept for them; saving renews it. */
export function leaseFrom(now: Date): Date {
  return new Date(now.getTime() + LEASE_MS);
}

const MINUTE_MS = 60_000;
/** Nobody saves for that long: they have rested, or done something else. */
const REST_MS = 10 * MINUTE_MS;
/** Levels drift with tiredness; so long may one rate without being reminded of a break. */
const STRETCH_MS = 40 * MINUTE_MS;

/**
 * Whether a rater has rated for forty minutes without a rest, by the times of what they saved, in any order. Whoever chose
 * to go on is left alone for as long again.
 */
export function isBreakDue(savedAt: readonly Date[], wentOnAt: Date | null, now: Date): boolean {
  let begun = now.getTime();
  for (const at of savedAt.map((date) => date.getTime()).sort((left, right) => right - left)) {
    if (begun - at > REST_MS) break;
    begun = at;
  }
  return now.getTime() - Math.max(begun, wentOnAt?.getTime() ?? 0) >= STRETCH_MS;
}

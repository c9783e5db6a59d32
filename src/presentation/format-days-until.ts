const DAY_MS = 24 * 60 * 60 * 1000;
const dayOf = (at: Date): number => Math.floor(at.getTime() / DAY_MS);

/** How far a day is away: "in 23 days", "tomorrow", "today"; a day that is over counts as today. */
export function formatDaysUntil(day: Date, now: Date): string {
  const days = dayOf(day) - dayOf(now);
  if (days <= 0) return 'today';
  return days === 1 ? 'tomorrow' : `in ${days} days`;
}

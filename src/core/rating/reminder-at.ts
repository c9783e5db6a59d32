const DAY_MS = 24 * 60 * 60 * 1000;

/**
 * When a rater is reminded of a batch: one day before the day is over by which it should be handed in. Null where nobody
 * set a day, or where the batch was given less than a day before that: the mail about it is reminder enough.
 */
export function reminderAt({ createdAt, dueAt }: { createdAt: Date; dueAt: Date | null }): Date | null {
  if (dueAt === null) return null;
  const at = dueAt.getTime() - DAY_MS;
  return at - createdAt.getTime() < DAY_MS ? null : new Date(at);
}

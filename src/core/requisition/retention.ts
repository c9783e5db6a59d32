/** Months after closing that an organisation may choose from. */
export const RETENTION_MONTHS = [3, 6, 12, 24] as const;

/** How long the applicants of a role are kept: a time after it closed, or until somebody erases them, with a reason. */
export type Retention =
  | { readonly kind: 'months'; readonly months: (typeof RETENTION_MONTHS)[number] }
  | { readonly kind: 'by-hand'; readonly reason: string };

export const USUAL_RETENTION: Retention = { kind: 'months', months: 6 };

/**
 * The day that many months after the day of closing, from its first moment on (UTC), so that a date on a page is kept
 * whatever the hour at which the work is done. The last day of a shorter month stands for a day it does not have.
 */
export function eraseDate(closedAt: Date, retention: Retention): Date | null {
  if (retention.kind === 'by-hand') return null;
  const year = closedAt.getUTCFullYear();
  const month = closedAt.getUTCMonth() + retention.months;
  const lastDay = new Date(Date.UTC(year, month + 1, 0)).getUTCDate();
  return new Date(Date.UTC(year, month, Math.min(closedAt.getUTCDate(), lastDay)));
}

/** Whether applicants would be kept longer under the second than under the first. */
export function keepsLonger(before: Retention, after: Retention): boolean {
  return monthsOf(after) > monthsOf(before);
}

const monthsOf = (retention: Retention): number =>
  retention.kind === 'by-hand' ? Number.POSITIVE_INFINITY : retention.months;

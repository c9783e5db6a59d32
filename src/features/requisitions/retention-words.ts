import type { Requisition } from '../../core/requisition/requisition.ts';
import { eraseDate, RETENTION_MONTHS, type Retention } from '../../core/requisition/retention.ts';
import { formatDate } from '../../presentation/format-date.ts';
import { formatDaysUntil } from '../../presentation/format-days-until.ts';

/** A choice of the form: a number of months, or until somebody erases. */
export const keepChoiceOf = (retention: Retention): string =>
  retention.kind === 'months' ? String(retention.months) : 'by-hand';

export const KEEP_CHOICES: readonly { value: string; label: string; hint: string | null }[] = [
  ...RETENTION_MONTHS.map((months) => ({
    value: String(months),
    label: `${months} months after closing`,
    hint: null,
  })),
  {
    value: 'by-hand',
    label: 'Until somebody erases them',
    hint: 'Nothing is erased by itself. Needs a recorded reason, which candidates read.',
  },
];

export const retentionWords = (retention: Retention): string =>
  retention.kind === 'months' ? `${retention.months} months after closing` : 'Until somebody erases them';

/** What closing a role now would plan. */
export function plannedErasure(retention: Retention, now: Date): string {
  const day = eraseDate(now, retention);
  return day === null
    ? 'Applicants are kept until somebody erases them.'
    : `Applicants are erased on ${formatDate(day)}, ${retentionWords(retention)}.`;
}

/** When the applicants of a role are erased, or that they are gone; null while it is not closed. */
export function erasureWords(requisition: Requisition, now: Date): string | null {
  const { closedAt, eraseAt, eraseBegunAt } = requisition;
  if (closedAt === null) return null;
  if (eraseBegunAt !== null) {
    return eraseAt === null
      ? `The time was over: its applicants were erased on ${formatDate(eraseBegunAt)}.`
      : 'The time is over: its applicants are being erased.';
  }
  return eraseAt === null
    ? 'Applicants are kept until somebody erases them.'
    : `Applicants are erased on ${formatDate(eraseAt)} (${formatDaysUntil(eraseAt, now)}).`;
}

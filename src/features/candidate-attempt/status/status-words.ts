import { formatDate } from '../../../presentation/format-date.ts';
import { retentionNotice } from '../notice.ts';
import type { Status } from './load-status.ts';

/** Heading and first lines of the status page, by where things stand. */
export interface StatusWords {
  readonly heading: string;
  readonly lines: readonly string[];
}

export function statusWords({ kind, invitation, wishes, outcome }: Status): StatusWords {
  const { applicant, attempt, requisition, organisation } = invitation;
  if (applicant.stage === 'withdrawn') {
    const on = wishes.withdrawnAt === null ? '' : ` on ${formatDate(wishes.withdrawnAt)}`;
    return {
      heading: 'You have withdrawn',
      lines: [
        `You told us${on} that you want to stop. ${organisation.name} no longer considers you for this role, and nobody reads more of your answers.`,
        retentionNotice(requisition.retention, organisation.name),
      ],
    };
  }
  if (outcome !== null) {
    return {
      heading: 'There is a decision',
      lines: [`${organisation.name} has decided. You can read below what they tell you.`],
    };
  }
  switch (kind) {
    case 'role-closed':
      return {
        heading: 'This role is closed',
        lines: ['The test for this role can no longer be begun. You did nothing wrong.'],
      };
    case 'expired':
      return {
        heading: 'The time to begin has passed',
        lines: [`You could begin until ${formatDate(applicant.linkExpiresAt)}.`],
      };
    case 'open':
    case 'over':
      return attempt?.state === 'expired'
        ? { heading: 'This test has ended', lines: ['Its time ran out. All that was saved counts.'] }
        : { heading: 'Your answers are in', lines: ['You have done your part. Thank you.'] };
  }
}

/** Until when somebody hears: what was promised, or that nothing was. */
export function decisionWords({ invitation, outcome }: Status, now: Date): string {
  if (outcome !== null) return `Made on ${formatDate(outcome.at)}.`;
  const { requisition, organisation } = invitation;
  const { decisionBy } = requisition;
  if (decisionBy === null) return `No day is set yet. Ask ${organisation.contactName} if you want to know.`;
  const day = formatDate(decisionBy);
  const over = formatDate(now) !== day && decisionBy < now;
  return over
    ? `It was due by ${day}. If you have heard nothing, ask ${organisation.contactName}.`
    : `You hear by ${day}.`;
}

export const readingWords = ({ read }: Status): string =>
  read ? 'People have read your answers.' : 'People are reading your answers.';

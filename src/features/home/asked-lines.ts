import { formatCount } from '../../presentation/format-count.ts';
import type { AskedOf } from './find-asked-of.ts';
import type { WaitingLine } from './waiting-line.ts';

/** What colleagues wait for before they can decide. */
export function askedLines({ requisition, views, scorecards }: AskedOf): readonly WaitingLine[] {
  const line = (count: number, what: string, action: string): WaitingLine[] =>
    count === 0
      ? []
      : [
          {
            text: `${what} of ${formatCount(count, 'applicant', 'applicants')} is asked of you`,
            where: requisition.title,
            action,
            href: `/requisitions/${requisition.id}/interviews`,
          },
        ];
  return [
    ...line(views, 'Your view', 'Give your view'),
    ...line(scorecards, 'A scorecard', 'Write the scorecard'),
  ];
}

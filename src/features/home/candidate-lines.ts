import { mayInRequisition } from '../../core/access/requisition-access.ts';
import type { Actor } from '../../core/person/person.ts';
import { formatCount } from '../../presentation/format-count.ts';
import { formatDate } from '../../presentation/format-date.ts';
import { formatDaysUntil } from '../../presentation/format-days-until.ts';
import type { AskedToLook } from './find-look-agains.ts';
import type { ReportedRisk } from './find-risks.ts';
import type { RoleAtWork } from './find-waiting.ts';
import type { WaitingLine } from './waiting-line.ts';

export const lookAgainLine = ({ request, roleTitle }: AskedToLook, now: Date): WaitingLine => ({
  text: `A candidate asks to look again: answer by ${formatDate(request.dueAt)} (${formatDaysUntil(request.dueAt, now)})`,
  where: roleTitle,
  action: 'Answer',
  href: `/look-again/${request.id}`,
});

/** What a rater saw in a response; not a word of it stands here. */
export const riskLine = ({ report, roleTitle }: ReportedRisk): WaitingLine => ({
  text: `Somebody may be at risk: a rater asks you to read a response (reported ${formatDate(report.reportedAt)})`,
  where: roleTitle,
  action: 'Read it now',
  href: `/risks/${report.taskId}`,
});

/** What applicants of a role said by their links, for whoever invites in it. */
export function wishLines(
  actor: Actor,
  { requisition, linksAsked, withdrawn }: RoleAtWork,
): readonly WaitingLine[] {
  if (mayInRequisition(actor, 'invite', requisition) !== 'allowed') return [];
  const line = (text: string, action: string, path: string): WaitingLine => ({
    text,
    where: requisition.title,
    action,
    href: `/requisitions/${requisition.id}${path}`,
  });
  const asked = `${formatCount(linksAsked, 'person asks', 'people ask')} for a new link`;
  const left = `${formatCount(withdrawn, 'applicant has', 'applicants have')} withdrawn in the last two weeks`;
  return [
    ...(linksAsked > 0 ? [line(asked, 'See who', '/invitations?link=asked')] : []),
    ...(withdrawn > 0 ? [line(left, 'See the applicants', '/applicants')] : []),
  ];
}

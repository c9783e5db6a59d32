import { mayInRequisition, type RequisitionAction } from '../../core/access/requisition-access.ts';
import type { Actor } from '../../core/person/person.ts';
import type { Requisition } from '../../core/requisition/requisition.ts';
import { formatCount } from '../../presentation/format-count.ts';
import { formatDate } from '../../presentation/format-date.ts';
import { formatDaysUntil } from '../../presentation/format-days-until.ts';
import { askedLines } from './asked-lines.ts';
import { lookAgainLine, riskLine, wishLines } from './candidate-lines.ts';
import type { PausedRaters } from './find-paused.ts';
import type { RoleAtWork, Waiting } from './find-waiting.ts';
import type { WaitingLine } from './waiting-line.ts';

/** What this person can do next, their own rating first, then role by role. */
export function waitingLines(actor: Actor, waiting: Waiting): readonly WaitingLine[] {
  const { roles, rating, adjustments, lookAgains, risks, people, toErase, now } = waiting;
  return [
    ...risks.map(riskLine),
    ...ratingLines(rating),
    ...adjustmentLines(adjustments ?? 0),
    ...lookAgains.map((asked) => lookAgainLine(asked, now)),
    ...waiting.askedOf.flatMap(askedLines),
    ...roles.flatMap((role) => [...roleLines(actor, role), ...wishLines(actor, role)]),
    ...waiting.paused.map(pausedLine),
    ...toErase.map((requisition) => erasureLine(requisition, now)),
    ...rubricLines(waiting.rubricChanges),
    ...peopleLines(people),
  ];
}

/** What nobody can undo is said before it happens. */
function erasureLine({ id, title, eraseAt }: Requisition, now: Date): WaitingLine {
  const day = eraseAt ?? now;
  return {
    text: `Applicants are erased on ${formatDate(day)} (${formatDaysUntil(day, now)})`,
    where: title,
    action: 'See the role',
    href: `/settings/roles/${id}`,
  };
}

const pausedLine = ({ requisition, count }: PausedRaters): WaitingLine => ({
  text: `${formatCount(count, 'rater is', 'raters are')} paused: levels have moved away from the agreed ones`,
  where: requisition.title,
  action: 'Look at it',
  href: `/requisitions/${requisition.id}/rating/raters`,
});

function rubricLines(waiting: number | null): readonly WaitingLine[] {
  if (waiting === null || waiting === 0) return [];
  const text = `${formatCount(waiting, 'rubric change waits', 'rubric changes wait')} for a second person`;
  return [{ text, where: null, action: 'Look at it', href: '/rubric-changes' }];
}

function adjustmentLines(open: number): readonly WaitingLine[] {
  if (open === 0) return [];
  const text = `${formatCount(open, 'request waits', 'requests wait')} for an answer`;
  return [{ text, where: null, action: 'Answer', href: '/adjustments' }];
}

function ratingLines(rating: Waiting['rating']): readonly WaitingLine[] {
  if (rating === null) return [];
  const line = (text: string, action: string): WaitingLine => ({
    text,
    where: null,
    action,
    href: '/rating',
  });
  return [
    ...(rating.held > 0
      ? [line(`${formatCount(rating.held, 'response is', 'responses are')} yours to rate`, 'Rate')]
      : []),
    ...(rating.free > 0
      ? [line(`${formatCount(rating.free, 'response', 'responses')} may be taken by any rater`, 'See them')]
      : []),
  ];
}

function roleLines(actor: Actor, role: RoleAtWork): readonly WaitingLine[] {
  const { requisition, progress, toDecide, unallocated, lead, identifying, failedMails } = role;
  const at = `/requisitions/${requisition.id}`;
  const may = (action: RequisitionAction): boolean =>
    mayInRequisition(actor, action, requisition) === 'allowed';
  const line = (text: string, action: string, path: string): WaitingLine => ({
    text,
    where: requisition.title,
    action,
    href: `${at}${path}`,
  });
  const lines: WaitingLine[] = [];
  if (requisition.state === 'draft' && may('edit')) {
    lines.push(line('A draft waits to be set up and opened', 'Set up', ''));
  }
  if (requisition.state === 'open' && progress.invited === 0 && may('invite')) {
    lines.push(line('Nobody is invited yet', 'Invite', '/invitations'));
  }
  if (failedMails > 0 && may('invite')) {
    const mails = formatCount(failedMails, 'mail', 'mails');
    lines.push(line(`${mails} could not be sent`, 'See them', '/invitations?mail=failed'));
  }
  if (unallocated > 0 && may('allocate')) {
    lines.push(
      line(`${formatCount(unallocated, 'response has', 'responses have')} no raters`, 'Allocate', '/rating'),
    );
  }
  if (lead > 0 && may('settle-ratings')) {
    lines.push(
      line(
        `${formatCount(lead, 'response waits', 'responses wait')} for your decision`,
        'Decide',
        '/rating/decisions',
      ),
    );
  }
  if (identifying > 0 && may('settle-ratings')) {
    const told = formatCount(identifying, 'response tells', 'responses tell');
    lines.push(line(`${told} who wrote it`, 'Hide words', '/rating/decisions'));
  }
  if (toDecide > 0 && may('compare')) {
    const rated = formatCount(toDecide, 'applicant is', 'applicants are');
    const verb = toDecide === 1 ? 'waits' : 'wait';
    lines.push(line(`${rated} rated and ${verb} for a decision`, 'Compare', '/applicants'));
  }
  return lines;
}

function peopleLines(people: Waiting['people']): readonly WaitingLine[] {
  if (people === null) return [];
  const line = (text: string, action: string): WaitingLine => ({
    text,
    where: null,
    action,
    href: '/people',
  });
  const invited = people.filter(({ state }) => state === 'invited').length;
  const raters = people.filter(
    ({ roles, state }) => state !== 'deactivated' && roles.includes('rater'),
  ).length;
  return [
    ...(invited > 0
      ? [line(`${formatCount(invited, 'person has', 'people have')} not used their link yet`, 'Show link')]
      : []),
    ...(raters < 2
      ? [line('Every response needs two raters who are not members of its role', 'Add raters')]
      : []),
  ];
}

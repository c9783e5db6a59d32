import { mayInRequisition } from '../../core/access/requisition-access.ts';
import type { OpenWork } from '../../core/requisition/archive-requisition.ts';
import { checkReadiness, type Readiness } from '../../core/requisition/check-readiness.ts';
import type { Progress } from '../../core/requisition/progress.ts';
import { currentIntake } from '../../core/requisition/requisition.ts';
import type { RatingTask } from '../../core/rating/rating-task.ts';
import { summaryFor, type FormState } from '../../http/form-state.ts';
import type { Cell, DefinitionList, Link } from '../../http/parts.ts';
import type { PageReply } from '../../http/reply.ts';
import { frameOf } from './page-frame.ts';
import { closedCard, lifeButtons } from './closed-card.ts';
import { judgmentCell } from './judgment-words.ts';
import { readinessWords } from './readiness-words.ts';
import type { RoleContext } from './read-role.ts';
import { retentionWords } from './retention-words.ts';
import { countOf, DECIDING_COLUMN, PLACES_RULE, REVEAL_AT, TIME, timeChoiceOf } from './words.ts';

interface Overview extends RoleContext {
  readonly progress: Progress;
  readonly tasks: Readonly<Record<RatingTask['state'], number>>;
  /** What still goes on in a closed role; null in any other. */
  readonly work: OpenWork | null;
  readonly now: Date;
}

/** What a role still needs, how far its applicants are, and what holds them up. Counts only. */
export function overviewPage(overview: Overview, form: FormState): PageReply {
  const { actor, requisition, people, rubric } = overview;
  const may = (action: Parameters<typeof mayInRequisition>[1]) =>
    mayInRequisition(actor, action, requisition) === 'allowed';
  const readiness = checkReadiness({ requisition, criteria: rubric.criteria, people });
  const draft = requisition.state === 'draft';
  const frame = frameOf(actor, requisition, 'Overview');
  const vm = {
    ...frame,
    header: {
      ...frame.header,
      buttons: [...frame.header.buttons, ...(may('edit') ? lifeButtons(requisition) : [])],
    },
    closed: closedCard(overview, may('edit')),
    summary: summaryFor(form),
    openForm:
      draft && may('edit')
        ? { action: `/requisitions/${requisition.id}/open`, rev: String(requisition.rev) }
        : null,
    missing: draft ? missingCard(requisition.id, readiness) : null,
    advice: requisition.state === 'archived' ? [] : adviceOf(requisition.id, readiness),
    progress: draft ? null : progressOfRole(overview),
    blocked: draft ? [] : blockedBy(overview, may),
    firstInvitation:
      requisition.state === 'open' && overview.progress.invited === 0 && may('invite')
        ? { label: 'Invite the first applicants', href: `/requisitions/${requisition.id}/invitations` }
        : null,
    waits:
      draft || !may('allocate')
        ? null
        : {
            label: 'Who and what is waiting, and how long it takes',
            href: `/requisitions/${requisition.id}/progress`,
          },
    feedback: draft
      ? null
      : { label: 'What candidates say about the process', href: `/requisitions/${requisition.id}/feedback` },
    quality:
      draft || !may('read-quality')
        ? null
        : {
            label: 'What is known of the quality of the assessment',
            href: `/requisitions/${requisition.id}/quality`,
          },
    settings: settingsOf(overview),
  };
  const { title, simulated } = requisition;
  return { kind: 'page', layout: 'staff', view: 'requisitions/overview', title, vm, simulated };
}

function missingCard(requisitionId: string, { missing }: Readiness) {
  const lines = missing.map((one) => readinessWords(requisitionId, one));
  return {
    card: {
      id: 'missing',
      heading: lines.length === 0 ? 'Ready to open' : 'Before this role can open',
      note:
        lines.length === 0
          ? 'Opening settles the rules and lets you invite.'
          : `${countOf(lines.length, 'thing is', 'things are')} missing.`,
      buttons: [],
    },
    lines,
  };
}

const adviceOf = (requisitionId: string, { advice }: Readiness): readonly { text: string; link: Link }[] =>
  advice.map((one) => readinessWords(requisitionId, one));

const text = (value: string, sub: string | null = null): Cell => ({ kind: 'text', text: value, sub });

function progressOfRole({ progress }: Overview): DefinitionList {
  const of = (count: number) => text(`${count} of ${progress.invited}`);
  return {
    items: [
      { term: 'Invited', cell: text(String(progress.invited)) },
      { term: 'Started', cell: of(progress.started) },
      { term: 'Finished', cell: of(progress.finished) },
      { term: 'Rated', cell: of(progress.rated) },
    ],
  };
}

/** What waits for somebody of the staff, and where it is settled. */
function blockedBy(
  { requisition, tasks }: Overview,
  may: (action: 'allocate' | 'settle-ratings') => boolean,
): readonly { text: string; link: Link | null }[] {
  const rating = { label: 'Open rating', href: `/requisitions/${requisition.id}/rating` };
  const lines = [
    {
      count: tasks.unallocated,
      text: countOf(tasks.unallocated, 'response has', 'responses have') + ' no raters yet.',
      link: may('allocate') ? rating : null,
    },
    {
      count: tasks.third,
      text: countOf(tasks.third, 'response waits', 'responses wait') + ' for a third rater.',
      link: null,
    },
    {
      count: tasks.lead,
      text: countOf(tasks.lead, 'response waits', 'responses wait') + ' for the lead to settle it.',
      link: may('settle-ratings') ? rating : null,
    },
  ];
  return lines.filter(({ count }) => count > 0);
}

function settingsOf({ actor, requisition, people, rubric }: Overview): DefinitionList {
  const { tasks, confirmation, timeMode, revealAt, assessmentTitle, retention } = requisition;
  const intake = currentIntake(requisition);
  const members = people.filter(({ id }) => requisition.members.includes(id));
  const reason = timeMode.kind === 'timed' && !timeMode.noLimitAllowed ? timeMode.reason : null;
  return {
    items: [
      {
        term: 'Assessment',
        cell: text(assessmentTitle, rubric.criteria.map(({ label }) => label).join(', ')),
      },
      {
        term: 'Job analysis',
        cell: text(
          tasks.length === 0 ? 'No tasks yet' : countOf(tasks.length, 'task', 'tasks'),
          confirmation === null ? 'not confirmed' : `confirmed by ${confirmation.by}`,
        ),
      },
      {
        term: 'Interview places',
        cell: text(
          intake.places === 0 ? 'Not said yet' : String(intake.places),
          `among people who cannot be told apart: ${PLACES_RULE[intake.placesRule].label.toLowerCase()}`,
        ),
      },
      { term: 'Deciding column', cell: text(DECIDING_COLUMN[intake.decidingColumn].label) },
      { term: 'Time', cell: text(TIME[timeChoiceOf(timeMode)].label, reason) },
      { term: 'Names shown', cell: text(REVEAL_AT[revealAt].label) },
      { term: 'Judgment', cell: judgmentCell(actor, requisition, people) },
      {
        term: 'Applicants kept',
        cell: text(retentionWords(retention), retention.kind === 'by-hand' ? retention.reason : null),
      },
      { term: 'Members', cell: text(members.map(({ name }) => name).join(', ')) },
    ],
  };
}

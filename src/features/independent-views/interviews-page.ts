import { mayInRequisition } from '../../core/access/requisition-access.ts';
import { missingViews } from '../../core/decision/independent-view.ts';
import { missingScorecards } from '../../core/interview/missing-scorecards.ts';
import type { PersonId } from '../../core/kernel/ids.ts';
import type { Actor } from '../../core/person/person.ts';
import type { Requisition } from '../../core/requisition/requisition.ts';
import type { Button, Cell, DataTable } from '../../http/parts.ts';
import type { PageReply } from '../../http/reply.ts';
import { requisitionTabs } from '../../http/requisition-tabs.ts';
import { formatList } from '../../presentation/format-list.ts';
import { stageChip } from '../../presentation/standing-words.ts';
import { MOST_OF_A_STAGE, type InterviewLine, type Interviews } from './list-interviews.ts';

/** Who is on the shortlist or to be interviewed, what this person is asked for, and who is still missing. */
export function interviewsPage(actor: Actor, requisition: Requisition, found: Interviews): PageReply {
  const { id, title, simulated } = requisition;
  const role = `/requisitions/${id}`;
  const vm = {
    breadcrumb: {
      links: [
        { label: 'Roles', href: '/requisitions' },
        { label: title, href: role },
      ],
      here: 'Interviews',
    },
    header: { heading: 'Interviews', sub: title, chips: [], buttons: buttonsOf(actor, requisition) },
    tabs: requisitionTabs(actor, requisition, 'Interviews'),
    table: tableOf(actor, role, found) satisfies DataTable,
  };
  return {
    kind: 'page',
    layout: 'staff',
    view: 'independent-views/interviews',
    title: `Interviews: ${title}`,
    simulated,
    vm,
  };
}

const buttonsOf = (actor: Actor, requisition: Requisition): Button[] =>
  mayInRequisition(actor, 'decide', requisition) === 'allowed'
    ? [{ kind: 'link', label: 'Who is asked', look: 'plain', href: `/requisitions/${requisition.id}/asked` }]
    : [];

function tableOf(actor: Actor, role: string, { lines, cut, staff }: Interviews): DataTable {
  const heads = ['Applicant', 'Stage', 'Your view', 'Your scorecard', 'Still missing', 'Guide'];
  return {
    id: 'interviews',
    heading: 'Shortlist and interviews',
    headingHidden: true,
    note: cut ? `Only the first ${MOST_OF_A_STAGE} of a stage are listed here.` : null,
    columns: heads.map((label) => ({ label, labelHidden: false, align: 'start' as const, sort: null })),
    rows: lines.map((line) => ({ lineAfter: null, cells: cellsOf(line, actor, role, staff) })),
    empty: 'Nobody is shortlisted yet. Whoever is moved to the shortlist or to an interview appears here.',
    sortsInPlace: true,
  };
}

function cellsOf(
  line: InterviewLine,
  { personId }: Actor,
  role: string,
  staff: ReadonlyMap<PersonId, string>,
): Cell[] {
  const at = `${role}/applicants/${line.applicantId}`;
  const missing = [
    ...new Set([...missingViews(line.asked, line.given), ...missingScorecards(line.asked, line.scorecards)]),
  ].map((id) => staff.get(id) ?? 'Somebody who is gone');
  const text = (words: string): Cell => ({ kind: 'text', text: words, sub: null });
  return [
    text(line.label),
    { kind: 'chips', chips: [stageChip(line.stage)] },
    { kind: 'link', text: viewState(line, personId), href: `${at}/views`, sub: null },
    { kind: 'link', text: scorecardState(line, personId), href: `${at}/scorecard`, sub: null },
    text(missing.length === 0 ? '–' : formatList(missing)),
    { kind: 'link', text: 'Interview guide', href: `${at}/interview-guide`, sub: null },
  ];
}

function viewState({ asked, given }: InterviewLine, personId: PersonId): string {
  if (given.some((one) => one.personId === personId)) return 'Given: read all';
  return asked.some((one) => one.view !== null && one.personId === personId)
    ? 'Asked: give yours'
    : 'Not asked: you may give one';
}

function scorecardState({ asked, scorecards }: InterviewLine, personId: PersonId): string {
  const own = scorecards.find((one) => one.personId === personId);
  if ((own?.handedInAt ?? null) !== null) return 'Handed in: read all';
  if (!asked.some((one) => one.scorecard && one.personId === personId)) return 'Not asked';
  return (own?.entries.length ?? 0) > 0 ? 'Draft: go on' : 'Asked: begin';
}

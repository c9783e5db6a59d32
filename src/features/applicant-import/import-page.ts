import type { ApplicantImport, ImportedPerson, RefusedLine } from '../../core/applicant/applicant-import.ts';
import type { Actor } from '../../core/person/person.ts';
import type { Requisition } from '../../core/requisition/requisition.ts';
import type { Button, DefinitionList, ErrorSummary, Notice, Progress } from '../../http/parts.ts';
import type { PageReply } from '../../http/reply.ts';
import { formatCount } from '../../presentation/format-count.ts';
import { formatDate } from '../../presentation/format-date.ts';
import { firstPeopleTable, notedTable, readingList } from './import-tables.ts';
import { STATES } from './imports-page.ts';
import { importsPath, pageFrame } from './page-frame.ts';

/** An import with those texts that are still kept. */
export interface ShownImport {
  readonly one: ApplicantImport;
  readonly by: string;
  readonly firstPeople: readonly ImportedPerson[];
  readonly refused: readonly RefusedLine[];
  readonly mailed: boolean;
  /** What kept a decision from being carried out. */
  readonly problem: string | null;
}

const people = (count: number): string => formatCount(count, 'person', 'people');

/** The check, the progress and the result of one import are one page in three states. */
export function importPage(actor: Actor, requisition: Requisition, shown: ShownImport): PageReply {
  const { one, by, refused } = shown;
  const { state, table, checkedAt } = one;
  const title = `Import of ${formatDate(checkedAt)}`;
  const here = `${importsPath(requisition)}/${one.id}`;
  const checked = state === 'checked';
  const vm = {
    ...pageFrame(actor, requisition, title),
    header: { heading: title, sub: `Read in by ${by}`, chips: [STATES[state]], buttons: [] },
    summary: summaryOf(shown),
    here,
    notices: noticesOf(shown),
    progress: state === 'running' ? progressOf(one) : null,
    lookAgain: { kind: 'link', label: 'Look again', look: 'plain', href: here } satisfies Button,
    counts: countsOf(one),
    invite:
      checked && table.people > 0 && requisition.state === 'open' ? `Invite ${people(table.people)}` : null,
    mailWords: shown.mailed
      ? 'Each of them is mailed their own link.'
      : 'No mail is sent, because no mail server is set. Copy each link from the invitations and send it.',
    cancel: checked,
    refusedHref: refused.length > 0 ? `${here}/refused-lines` : null,
    refusedWords: refusedWords(one, refused.length > 0),
    firstPeople: checked ? firstPeopleTable(shown.firstPeople) : null,
    reading: checked ? readingList(one) : null,
    noted: notedTable(one, refused),
  };
  const { simulated } = requisition;
  return { kind: 'page', layout: 'staff', view: 'applicant-import/import', title, vm, simulated };
}

const summaryOf = ({ problem }: ShownImport): ErrorSummary | null =>
  problem === null ? null : { heading: 'Nobody was invited', errors: [{ text: problem, fieldId: 'main' }] };

function noticesOf({ one }: ShownImport): Notice[] {
  const notices: Notice[] = [];
  const add = (look: Notice['look'], heading: string | null, line: string) =>
    notices.push({ look, heading, lines: [line], links: [] });
  if (one.state === 'checked' && one.table.encoding === 'windows-1252')
    add(
      'warn',
      'Check names with accents',
      'The file is not UTF-8 and was read as Windows-1252. Look below whether names such as José or Łukasz came out right; if not, save the file as CSV UTF-8 and send it again.',
    );
  if (one.state === 'checked')
    add('info', null, 'Nobody is invited yet. What was read is kept for 24 hours and then deleted.');
  const missing = one.table.people - one.invited - one.invitedBefore;
  if (one.state === 'stopped')
    add(
      'warn',
      'The role was closed meanwhile',
      `${people(missing)} of this table could not be invited any more.`,
    );
  if (one.state === 'finished' && missing > 0)
    add(
      'warn',
      'Not everybody was invited',
      `${people(missing)} were kept too long while the server stood still. Import the table again: nobody is invited twice.`,
    );
  return notices;
}

function progressOf({ table, invited, invitedBefore }: ApplicantImport): Progress {
  const value = invited + invitedBefore;
  const label = `${value.toLocaleString('en')} of ${people(table.people)} done. This goes on when you leave the page.`;
  return { section: null, label, value, max: table.people };
}

function countsOf({ state, table, invited, invitedBefore }: ApplicantImport): DefinitionList {
  const already = table.invitedAlready + invitedBefore;
  const counted: [string, number][] = [
    state === 'checked' ? ['People to invite', table.people] : ['Invited', invited],
    ['Invited in this role already', already],
    ['Twice in the table', table.twice],
    ['Refused lines', table.refused],
  ];
  return {
    items: counted.map(([term, count]) => ({
      term,
      cell: { kind: 'text', text: count.toLocaleString('en'), sub: null },
    })),
  };
}

function refusedWords({ table }: ApplicantImport, kept: boolean): string | null {
  if (table.refused === 0) return null;
  return kept
    ? 'Correct the refused lines in this file and import it again. It is kept for 24 hours after the check.'
    : 'The file with the refused lines is deleted, because its 24 hours are over.';
}

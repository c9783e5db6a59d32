import type { Attempt } from '../../core/attempt/attempt.ts';
import type { Requisition } from '../../core/requisition/requisition.ts';
import { candidateContact } from '../../http/candidate-contact.ts';
import { DEAD_LINK, deadLinkNotice } from '../../http/dead-link-notice.ts';
import type { FieldProblem } from '../../http/route.ts';
import type { Checkbox, ErrorSummary, Notice } from '../../http/parts.ts';
import type { PageReply } from '../../http/reply.ts';
import type { Organisation } from '../../store/organisation-store.ts';
import type { ShownInvitation } from './find-invitation.ts';
import { ASSISTANCE, noticeLines, retentionNotice } from './notice.ts';
import { partWords } from './part-words.ts';
import { momentOf } from './words.ts';

export interface LandingForm {
  readonly read: boolean;
  readonly assistance: boolean;
  readonly problems: readonly FieldProblem[];
}

export const untouched: LandingForm = { read: false, assistance: false, problems: [] };

/** Somebody who knows the job confirms its analysis before a role is opened. */
const WHY = 'People who know this job have written down what it asks for. The test looks at a part of that.';

const WHO_SEES: Readonly<Record<Requisition['revealAt'], string>> = {
  start: 'The people who decide about this role. They see your name from the start.',
  shortlist:
    'The people who decide about this role. They see a code instead of your name until the shortlist.',
  decision:
    'The people who decide about this role. They see a code instead of your name until they have decided.',
};

/** What somebody reads before anything begins. Opening it uses nothing up. */
export function landingPage(invitation: ShownInvitation, token: string, form: LandingForm): PageReply {
  const { requisition, organisation, attempt } = invitation;
  const timed = attempt?.timed ?? requisition.timeMode.kind === 'timed';
  const parts = invitation.form.sections.length;
  const contact = candidateContact(organisation);
  const vm = {
    employer: organisation.name,
    heading: requisition.title,
    lead: `${organisation.name} asks you to take a short test in ${parts === 1 ? 'one part' : `${parts} parts`}. It looks at how you judge situations with other people and how you put your answer into words.`,
    why: requisition.confirmation === null ? null : WHY,
    parts: partWords(invitation.form, timed),
    timed,
    whoSees: WHO_SEES[requisition.revealAt],
    notice: [...noticeLines(invitation.byPanel), retentionNotice(requisition.retention, organisation.name)],
    assistance: ASSISTANCE,
    contact,
    begun: begunNotice(attempt),
    beginUntil: momentOf(invitation.beginUntil),
    action: `/i/${token}/begin`,
    askHref: `/i/${token}/adjustments`,
    button: attempt === null ? 'Begin' : 'Continue here',
    withdraw: withdrawalOf(token),
    summary: summaryOf(form.problems),
    read: box('read', 'I have read this', form),
    own: box('assistance', 'I have read this and will use my own words', form),
  };
  return {
    kind: 'page',
    layout: 'candidate',
    view: 'candidate-attempt/landing',
    title: requisition.title,
    organisation: organisation.name,
    contact,
    simulated: requisition.simulated,
    vm,
  };
}

/** The way out; a preview, which has no link, shows none. */
const withdrawalOf = (token: string): string | null => (token === '' ? null : `/i/${token}/withdrawal`);

function begunNotice(attempt: Attempt | null): Notice | null {
  if (attempt === null) return null;
  const lines = [
    'All you saved is there. If the test is open in another window, that window will only show it from now on.',
  ];
  return { look: 'info', heading: 'You have started already', lines, links: [] };
}

function box(name: 'read' | 'assistance', label: string, form: LandingForm): Checkbox {
  const error = form.problems.find(({ field }) => field === name)?.message ?? null;
  return { id: name, name, label, hint: null, error, value: 'yes', checked: form[name] };
}

function summaryOf(problems: readonly FieldProblem[]): ErrorSummary | null {
  if (problems.length === 0) return null;
  const errors = problems.map(({ field, message }) => ({ text: message, fieldId: field ?? 'main' }));
  return { heading: 'One more step', errors };
}

/** A genuine link that was replaced by a newer one: what to do and whom to ask. */
export function replacedLinkPage(organisation: Organisation): PageReply {
  const contact = candidateContact(organisation);
  const whatHelps =
    'Look for a later message with a new link. If you started before, all you saved is still there.';
  return {
    kind: 'page',
    status: 410,
    layout: 'candidate',
    view: 'candidate-attempt/dead-link',
    title: DEAD_LINK,
    organisation: organisation.name,
    contact,
    vm: { heading: DEAD_LINK, notice: deadLinkNotice(contact, whatHelps) },
  };
}

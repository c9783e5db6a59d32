import { DECIDED_STAGES, type DecidedStage } from '../../core/applicant/decision.ts';
import { mayReveal } from '../../core/applicant/may-reveal.ts';
import { applicantAt, applicantPage } from '../../http/applicant-page.ts';
import { errorOf, summaryFor, textareaFor, textOf, type FormState } from '../../http/form-state.ts';
import type { DataTable, ErrorSummary, RadioCards, Textarea } from '../../http/parts.ts';
import type { PageReply } from '../../http/reply.ts';
import { blindWords } from '../../presentation/blind-words.ts';
import { stageChip } from '../../presentation/standing-words.ts';
import { decisionsTable } from './decisions-table.ts';
import type { Case } from './find-case.ts';
import { letterState } from '../../presentation/letter-state.ts';
import { letterOf } from './letter.ts';
import { viewsOf, withoutOf } from './views-section.ts';

const HINTS: Readonly<Record<DecidedStage, string>> = {
  open: 'Nothing is decided.',
  shortlisted: 'Goes on to a closer look.',
  interview: 'Is asked to an interview.',
  offer: 'Gets an offer, with your message.',
  rejected:
    'Does not go on, with your message. The places and the rubric of this intake then stay as they are.',
};

/** Where one applicant stands, and the form that moves them. */
export function decisionPage(found: Case, form: FormState, mail: boolean): PageReply {
  const { requisition, applicant } = found;
  const { here } = applicantAt(requisition, applicant);
  const vm = {
    summary: summaryFor(form) satisfies ErrorSummary | null,
    ...nameOf(found),
    revealAction: `${here}/name`,
    action: `${here}/decision`,
    rev: String(applicant.rev),
    closed: closedWords(found),
    to: stagesOf(found, form),
    texts: textsOf(form),
    views: viewsOf(found),
    without: withoutOf(found, form),
    told: toldOf(found, mail, here),
    results: `${here}/own-results`,
    decisions: decisionsTable(found) satisfies DataTable,
    back: here,
  };
  return applicantPage({
    requisition,
    applicant,
    way: ['applicants', 'report'],
    here: 'Decide',
    header: {
      heading: `Decide about ${applicant.label}`,
      sub: `${requisition.title} · ${blindWords(requisition)}`,
      chips: [stageChip(applicant.stage)],
    },
    view: 'decisions/decision',
    vm,
  });
}

function nameOf({ requisition, applicant, record }: Case) {
  const hidden = record.name === null;
  return { name: record.name, mayReveal: hidden && mayReveal(requisition.revealAt, applicant.stage) };
}

/** What the applicant was told last, while it still holds. */
function toldOf(found: Case, mail: boolean, here: string) {
  const message = found.record.decisions.at(-1)?.message ?? null;
  if (message === null) return null;
  const { letter } = found;
  const copy =
    'It stands on the page behind the applicant’s link. Copy the text and send it; the address is on the invitation page.';
  return {
    letter: letterOf(found, message, mail),
    state: letter === null ? copy : letterState(letter),
    again: mail && letter?.state === 'failed' ? `${here}/letter` : null,
  };
}

function closedWords({ requisition, applicant }: Case): string | null {
  if (applicant.stage === 'withdrawn') return 'The applicant has withdrawn. Nothing is decided any more.';
  return requisition.state === 'archived' ? 'This role is archived. Nothing is decided any more.' : null;
}

function stagesOf({ applicant }: Case, form: FormState): RadioCards {
  const typed = textOf(form, 'to');
  return {
    id: 'to',
    name: 'to',
    label: 'Move to',
    hint: null,
    error: errorOf(form, 'to'),
    value: typed === '' ? null : typed,
    required: true,
    options: DECIDED_STAGES.filter((stage) => stage !== applicant.stage).map((stage) => ({
      value: stage,
      label: stageChip(stage).label,
      hint: HINTS[stage],
    })),
  };
}

const textsOf = (form: FormState): Textarea[] => [
  textareaFor(form, {
    name: 'reason',
    label: 'Reason',
    hint: 'It has to do with the job: what was shown or not shown of what the role needs. It stays on record with your name.',
    rows: 4,
  }),
  textareaFor(form, {
    name: 'considered',
    label: 'What else was considered',
    hint: 'For example the interview, references, or another role. Leave it empty where nothing was.',
    required: false,
    rows: 3,
  }),
  textareaFor(form, {
    name: 'message',
    label: 'Message to the applicant',
    hint: 'Needed for an offer and a rejection. Say what was decided and what happens next, in plain words. You see the whole letter before it goes out.',
    required: false,
    rows: 6,
  }),
];

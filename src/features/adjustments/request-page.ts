import type { AdjustmentRequest, LogEntry } from '../../core/adjustment/adjustment-request.ts';
import { previewGrant, shareOfPart } from '../../core/adjustment/preview-grant.ts';
import type { Section } from '../../core/form/form.ts';
import { errorOf, fieldFor, summaryFor, textareaFor, textOf, type FormState } from '../../http/form-state.ts';
import type { Field, RadioCards } from '../../http/parts.ts';
import type { PageReply } from '../../http/reply.ts';
import { formatDate } from '../../presentation/format-date.ts';
import { formatMinutes } from '../../presentation/format-minutes.ts';
import { TEMPLATES } from './answer-templates.ts';
import { describeAttempt } from './describe-attempt.ts';
import { mayHaveNoLimit } from './grant-adjustment.ts';
import type { KeptAnswer } from './kept-answer.ts';
import type { Case } from './load-case.ts';
import { askedFor, STATE_CHIPS } from './queue-page.ts';
import { grantWordsForStaff, partWords, refusalWords } from './words.ts';

export interface RequestPageInput {
  readonly request: AdjustmentRequest;
  readonly of: Case;
  /** The response in another language that the request is about, else null. */
  readonly response: KeptAnswer | null;
  readonly form: FormState;
  /** Drawn for every page, so that what is pressed twice on it counts once. */
  readonly newGrantId: () => string;
  readonly names: ReadonlyMap<string, string>;
  readonly now: Date;
}

/** One request: what was asked, time to give at one press, an answer in words, and every step so far. */
export function requestPage(input: RequestPageInput): PageReply {
  const { request, of, response, form, newGrantId, now } = input;
  const action = `/adjustments/requests/${request.id}`;
  const overdue = request.state === 'open' && request.dueAt < now;
  const title = `Request of ${request.label}`;
  const vm = {
    breadcrumb: { links: [{ label: 'Adjustments', href: '/adjustments' }], here: request.label },
    header: {
      heading: title,
      sub: of.requisition.title,
      chips: [STATE_CHIPS[request.state], ...(overdue ? [{ label: 'Overdue', look: 'danger' }] : [])],
      buttons: [],
    },
    summary: summaryFor(form),
    definitions: { items: definitionsOf(input) },
    text: request.text === '' ? null : request.text,
    response,
    applicantHref: `/adjustments/applicants/${request.applicantId}`,
    parts: of.form.sections.map((section) => ({
      ...partView(input, section),
      action: `${action}/time`,
      grantId: newGrantId(),
    })),
    noLimit: mayHaveNoLimit(of) ? { action: `${action}/no-limit`, grantId: newGrantId() } : null,
    answer: {
      action: `${action}/answer`,
      template: templateCards(form),
      text: textareaFor(form, {
        name: 'text',
        label: 'In your own words',
        hint: 'The candidate reads exactly this. At most 1,000 characters.',
        rows: 4,
        required: false,
      }),
      mayDecline: request.state !== 'granted',
    },
    log: request.log.map((entry) => logLine(input, entry)),
  };
  const view = 'adjustments/request';
  return { kind: 'page', layout: 'staff', view, title, vm, simulated: of.requisition.simulated };
}

function definitionsOf({ request, of, now }: RequestPageInput) {
  const item = (term: string, text: string) => ({ term, cell: { kind: 'text' as const, text, sub: null } });
  return [
    item('Asked for', askedFor(request)),
    item('Asked on', formatDate(request.askedAt)),
    ...(request.state === 'open' ? [item('Answer by', formatDate(request.dueAt))] : []),
    item('Where they are', describeAttempt(of, now.getTime())),
  ];
}

const SHARES = [25, 50, 100];

/** A part with what may be given, or why nothing can. */
function partView({ of, form, now }: RequestPageInput, section: Section) {
  const preview = previewGrant(of, section, 60_000, now.getTime());
  const refused = preview.kind === 'refused';
  const opensAgain = 'Its time is over. Whatever you give opens it again from now.';
  const kept = 'Not begun yet. What you give is kept and added when they begin.';
  return {
    sectionId: section.id,
    heading: `${capital(partWords(of.form, section.id))}: ${section.title}`,
    refusal: preview.kind === 'refused' ? refusalWords(preview.reason) : null,
    note: preview.kind === 'reopens' ? opensAgain : preview.kind === 'before-begin' ? kept : null,
    shares: refused
      ? []
      : SHARES.map((percent) => ({
          value: String(percent),
          label: `+ ${percent} %`,
          time: formatMinutes(shareOfPart(section, percent)),
        })),
    minutes: refused ? null : minutesField(form, section),
  };
}

const minutesField = (form: FormState, { id, title }: Section): Field =>
  fieldFor(form, {
    id: `minutes-${id}`,
    name: 'minutes',
    label: `Minutes more for “${title}”`,
    error: errorOf(form, `minutes-${id}`),
    value: errorOf(form, `minutes-${id}`) === null ? '' : textOf(form, 'minutes'),
    type: 'number',
    min: '1',
    max: '600',
    required: false,
  });

const templateCards = (form: FormState): RadioCards => ({
  id: 'template',
  name: 'template',
  label: 'Begin with',
  hint: null,
  error: errorOf(form, 'template'),
  value: textOf(form, 'template') || 'own',
  required: false,
  options: Object.entries(TEMPLATES).map(([value, { label, text }]) => ({
    value,
    label,
    hint: text === '' ? null : text,
  })),
});

const DONE = { asked: 'Asked', opened: 'Opened', answered: 'Answered', declined: 'Declined' } as const;

function logLine({ request, of, names }: RequestPageInput, { at, by, what, grantId, text }: LogEntry) {
  const grant = request.grants.find(({ id }) => id === grantId);
  const granted = grant === undefined ? '' : grantWordsForStaff(of.form, grant);
  const words =
    what === 'granted' || what === 'carried-out'
      ? `${what === 'granted' ? 'Granted' : 'Carried out'}: ${granted}`
      : DONE[what];
  return { at: formatMoment(at), who: whoWords(by, names), words, text };
}

function whoWords(by: LogEntry['by'], names: ReadonlyMap<string, string>): string {
  if (by === 'candidate') return 'The candidate';
  return by === 'system' ? 'Attune' : (names.get(by) ?? 'Somebody who is gone');
}

const moment = new Intl.DateTimeFormat('en-GB', { dateStyle: 'medium', timeStyle: 'short', timeZone: 'UTC' });

/** Times of day are for people who handle adjustments alone. */
export const formatMoment = (at: Date): string => `${moment.format(at)} UTC`;

const capital = (words: string): string => words.charAt(0).toUpperCase() + words.slice(1);

import { LONGEST_REASON, type LookAgain } from '../../../core/applicant/look-again.ts';
import { paragraphsOf } from '../../../core/mail/decision-letter.ts';
import { candidateContact } from '../../../http/candidate-contact.ts';
import { summaryFor, textareaFor, type FormState } from '../../../http/form-state.ts';
import type { DefinitionList, Textarea } from '../../../http/parts.ts';
import type { PageReply } from '../../../http/reply.ts';
import { formatDate } from '../../../presentation/format-date.ts';
import { ownResultWords, type OwnResultWords } from '../../../presentation/own-result-words.ts';
import type { Status } from './load-status.ts';
import { decisionWords, readingWords, statusWords } from './status-words.ts';

interface StatusVm {
  readonly role: string;
  readonly heading: string;
  readonly lines: readonly string[];
  readonly summary: ReturnType<typeof summaryFor>;
  readonly facts: DefinitionList | null;
  /** What they are told about the decision, paragraph by paragraph. */
  readonly outcome: readonly string[] | null;
  readonly results: readonly ResultsVm[];
  /** The way to the receipt, as a form because it makes the device theirs. */
  readonly receipt: string | null;
  readonly newLink: { readonly action: string; readonly asked: string | null } | null;
  readonly lookAgain: {
    readonly action: string;
    readonly promise: string | null;
    readonly reason: Textarea | null;
    readonly asked: readonly AskedVm[];
  } | null;
  readonly withdraw: string | null;
  readonly contact: ReturnType<typeof candidateContact>;
}

interface ResultsVm {
  readonly heading: string;
  readonly note: string | null;
  readonly results: OwnResultWords;
}

interface AskedVm {
  readonly heading: string;
  readonly reason: string;
  readonly state: string;
  readonly answer: string | null;
}

/** What a link shows when there is nothing left to do for the candidate: where things stand, and whom to ask. */
export function statusPage(status: Status, token: string, form: FormState, now: Date): PageReply {
  const { requisition, organisation, attempt } = status.invitation;
  const { heading, lines } = statusWords(status);
  const at = `/i/${token}`;
  const vm: StatusVm = {
    role: requisition.title,
    heading,
    lines,
    summary: summaryFor(form),
    facts: factsOf(status, now),
    outcome: status.outcome === null ? null : paragraphsOf(status.outcome.message),
    results: resultsOf(status),
    receipt: (attempt?.receipt ?? null) === null ? null : `${at}/begin`,
    newLink: newLinkOf(status, at),
    lookAgain: lookAgainOf(status, at, form),
    withdraw: mayWithdraw(status) ? `${at}/withdrawal` : null,
    contact: candidateContact(organisation),
  };
  return {
    kind: 'page',
    ...(status.kind === 'over' ? {} : { status: 410 }),
    layout: 'candidate',
    view: 'candidate-attempt/status',
    title: heading,
    organisation: organisation.name,
    contact: candidateContact(organisation),
    simulated: requisition.simulated,
    vm,
  };
}

/** There is something left to stop. */
export const mayWithdraw = ({ kind, invitation }: Pick<Status, 'kind' | 'invitation'>): boolean =>
  kind !== 'role-closed' &&
  invitation.applicant.stage !== 'withdrawn' &&
  invitation.requisition.state !== 'archived';

function factsOf(status: Status, now: Date): DefinitionList | null {
  const { applicant, attempt } = status.invitation;
  const receipt = attempt?.receipt ?? null;
  if (receipt === null) return null;
  const term = (name: string, text: string) => ({
    term: name,
    cell: { kind: 'text' as const, text, sub: null },
  });
  const goesOn = applicant.stage !== 'withdrawn';
  return {
    items: [
      term('Received', formatDate(receipt.at)),
      term('Your receipt', receipt.code),
      ...(goesOn
        ? [term('Reading', readingWords(status)), term('Decision', decisionWords(status, now))]
        : []),
    ],
  };
}

/** The newest first; what was corrected stays below. */
const resultsOf = ({ results }: Status): ResultsVm[] =>
  [...results].reverse().map(({ at, correction, text }, index) => ({
    heading: index === 0 ? 'What people saw in your answers' : `What you read before, from ${formatDate(at)}`,
    note: correction === null ? null : `We changed this on ${formatDate(at)}. ${correction}`,
    results: ownResultWords(text),
  }));

function newLinkOf({ kind, wishes }: Status, at: string): StatusVm['newLink'] {
  if (kind !== 'expired') return null;
  const asked =
    wishes.linkAskedAt === null
      ? null
      : `You asked for a new link on ${formatDate(wishes.linkAskedAt)}. If you get one, this link works again.`;
  return { action: `${at}/new-link`, asked };
}

function lookAgainOf({ offer, lookAgains }: Status, at: string, form: FormState): StatusVm['lookAgain'] {
  if (offer.kind === 'not-offered' && lookAgains.length === 0) return null;
  return {
    action: `${at}/look-again`,
    promise: offer.kind === 'offered' ? promiseOf(offer.answerWithinDays) : null,
    reason:
      offer.kind === 'offered'
        ? textareaFor(form, {
            name: 'reason',
            label: 'What should a person look at again?',
            hint: `Say in a few words what went wrong or is not right. At most ${LONGEST_REASON.toLocaleString('en-GB')} characters.`,
          })
        : null,
    asked: lookAgains.map(askedOf),
  };
}

const promiseOf = (days: number): string =>
  `You get an answer here within ${days === 1 ? '1 day' : `${days} days`}.`;

function askedOf({ reason, askedAt, dueAt, answer }: LookAgain): AskedVm {
  return {
    heading: `You asked on ${formatDate(askedAt)}`,
    reason,
    state:
      answer === null
        ? `Not answered yet. You get an answer here by ${formatDate(dueAt)}.`
        : `Answered on ${formatDate(answer.at)}`,
    answer: answer?.text ?? null,
  };
}

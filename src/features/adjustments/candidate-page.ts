import { WANTS, type AdjustmentRequest } from '../../core/adjustment/adjustment-request.ts';
import { ANSWER_WITHIN_DAYS } from '../../core/adjustment/new-request.ts';
import { chooseTime } from '../../core/attempt/choose-time.ts';
import { mayReopen } from '../../core/attempt/may-reopen.ts';
import { candidateContact } from '../../http/candidate-contact.ts';
import { errorOf, summaryFor, textareaFor, textsOf, type FormState } from '../../http/form-state.ts';
import type { CheckboxList, Notice } from '../../http/parts.ts';
import type { PageReply } from '../../http/reply.ts';
import { formatDate } from '../../presentation/format-date.ts';
import type { Asker } from './find-asker.ts';
import { grantWords, partWords, WANT_WORDS } from './words.ts';

/** The page on which a candidate asks for a change and reads what came of it. */
export function candidatePage(
  asker: Asker,
  asked: readonly AdjustmentRequest[],
  form: FormState,
  { requestId, now }: { readonly requestId: string; readonly now: Date },
): PageReply {
  const { organisation, requisition, writer } = asker;
  const contact = candidateContact(organisation);
  const vm = {
    role: requisition.title,
    summary: summaryFor(form),
    selfService: selfService(asker),
    clock: clockWords(asker, now),
    asked: asked.map((request) => askedView(asker, request)),
    action: asker.action,
    requestId,
    writer: writer === null ? '' : String(writer),
    wants: wantsOf(form),
    text: textareaFor(form, {
      name: 'text',
      label: 'Anything else, in your own words',
      hint: 'At most 500 characters. You need not name an illness or a reason.',
      rows: 4,
      required: false,
    }),
    within: `You get an answer within ${ANSWER_WITHIN_DAYS} working days, on this page.`,
    back: asker.back,
  };
  return {
    kind: 'page',
    layout: 'candidate',
    view: 'adjustments/ask',
    title: 'Ask for a change',
    organisation: organisation.name,
    contact,
    simulated: requisition.simulated,
    vm,
  };
}

/** What needs nobody else, while it can still be chosen. */
function selfService({ attempt, requisition, back }: Asker): Notice | null {
  const notice = (lines: string[], links: Notice['links']): Notice => ({
    look: 'info',
    heading: 'You can take more time yourself',
    lines,
    links,
  });
  if (attempt === null) {
    if (requisition.timeMode.kind !== 'timed') return null;
    return notice(
      ['After “Begin” you choose how much. Nobody has to agree, and you need no reason.'],
      [{ label: 'Back to the first page', href: back }],
    );
  }
  if (chooseTime(attempt, 'plus-25').kind !== 'chosen') return null;
  return notice(
    ['Until you start the first part you can choose more. Nobody has to agree, and you need no reason.'],
    [{ label: 'Choose your time', href: `${back}#time` }],
  );
}

function clockWords({ attempt, form }: Asker, now: Date): string | null {
  if (attempt !== null && mayReopen(attempt, form, now.getTime()))
    return 'Your time ran out. It can be added for 24 hours after the end, so ask now. What you saved is kept.';
  const running = form.sections.find(({ id }) => attempt?.parts[id]?.state === 'running');
  if (attempt === null || running === undefined || attempt.parts[running.id]?.deadlineMs === null)
    return null;
  const part = partWords(form, running.id);
  return `The clock of ${part} goes on while you write. What you saved is kept. Time can still be added when it has run out, for 24 hours.`;
}

const wantsOf = (form: FormState): CheckboxList => ({
  id: 'want',
  name: 'want',
  label: 'What would help you?',
  hint: 'Tick all that help. You need no proof.',
  error: errorOf(form, 'want'),
  options: WANTS.map((value) => ({
    value,
    label: WANT_WORDS[value],
    hint: value === 'large-text' ? 'It gets larger at once.' : null,
    checked: textsOf(form, 'want').includes(value),
  })),
});

function askedView({ form }: Asker, request: AdjustmentRequest) {
  const { origin, state, askedAt, dueAt, answer, wants, text, grants } = request;
  return {
    heading: `${origin === 'staff' ? 'Noted for you' : 'Asked'} on ${formatDate(askedAt)}`,
    wants: wants.map((want) => WANT_WORDS[want]),
    text: text === '' ? null : text,
    waits: state === 'open' ? `You get an answer by ${formatDate(dueAt)}.` : null,
    grants: grants.map((grant) => grantWords(form, grant)),
    answer: answer === null ? null : { heading: `Answer of ${formatDate(answer.at)}`, text: answer.text },
  };
}

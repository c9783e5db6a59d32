import { LONGEST_ANSWER } from '../../core/applicant/look-again.ts';
import { summaryFor, textareaFor, type FormState } from '../../http/form-state.ts';
import type { DefinitionList } from '../../http/parts.ts';
import type { PageReply } from '../../http/reply.ts';
import { formatDate } from '../../presentation/format-date.ts';
import { formatDaysUntil } from '../../presentation/format-days-until.ts';
import type { FoundRequest } from './find-request.ts';

/** What a candidate asks, and the answer: the form for it, or the one that was given. */
export function requestPage(found: FoundRequest, form: FormState, now: Date): PageReply {
  const { request, roleTitle, simulated } = found;
  const { reason, answer } = request;
  const title = 'A candidate asks to look again';
  const typed = form.values['answer'];
  const vm = {
    header: { heading: title, sub: roleTitle, chips: [], buttons: [] },
    summary: summaryFor(form),
    facts: factsOf(found, now),
    reason,
    action: `/look-again/${request.id}`,
    answer: answer === null ? null : { text: answer.text, on: `Answered on ${formatDate(answer.at)}` },
    // What somebody typed while somebody else answered is still theirs to copy.
    notSent: answer !== null && typeof typed === 'string' ? typed : null,
    field:
      answer === null
        ? textareaFor(form, {
            name: 'answer',
            label: 'Your answer',
            hint: `The candidate reads these words by their link. Say what you looked at and what you found. At most ${LONGEST_ANSWER.toLocaleString('en-GB')} characters; it cannot be changed afterwards.`,
            rows: 8,
          })
        : null,
  };
  return { kind: 'page', layout: 'staff', view: 'look-again/request', title, vm, simulated };
}

function factsOf({ request, label }: FoundRequest, now: Date): DefinitionList {
  const term = (name: string, text: string) => ({
    term: name,
    cell: { kind: 'text' as const, text, sub: null },
  });
  const due = formatDate(request.dueAt);
  return {
    items: [
      term('Candidate', label),
      term('Asked', formatDate(request.askedAt)),
      term('Promised by', request.answer === null ? `${due} (${formatDaysUntil(request.dueAt, now)})` : due),
    ],
  };
}

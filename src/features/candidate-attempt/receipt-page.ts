import type { Receipt } from '../../core/attempt/attempt.ts';
import { mayReopen } from '../../core/attempt/may-reopen.ts';
import { findItem } from '../../core/form/find-item.ts';
import type { Form } from '../../core/form/form.ts';
import { candidateContact } from '../../http/candidate-contact.ts';
import { summaryFor, type FormState } from '../../http/form-state.ts';
import type { PageReply } from '../../http/reply.ts';
import type { QuarantinedResponse } from '../../store/quarantine-store.ts';
import { candidatePage } from './attempt-frame.ts';
import type { FeedbackForm } from './feedback/feedback-form.ts';
import type { Sitting } from './load-sitting.ts';
import type { ReuseQuestion } from './feedback/reuse-question.ts';
import { ownAnswer } from './own-answer.ts';
import { countWord, momentOf } from './words.ts';

/** What stands on the page of a receipt besides it. */
interface Beside {
  readonly keptAside: readonly QuarantinedResponse[];
  /** Null where nobody is asked, as in a preview. */
  readonly feedback: FeedbackForm | 'given' | null;
  /** Whether raters may learn from the answers; null where nobody is asked. */
  readonly reuse: ReuseQuestion | null;
  readonly form: FormState;
}

/** What was handed in: a code, when, how many, what was kept aside, and a copy of one's own answers. */
export function receiptPage(
  sitting: Sitting,
  receipt: Receipt,
  { keptAside, feedback, reuse, form: typed }: Beside,
): PageReply {
  const { attempt, form, organisation, now, to } = sitting;
  return candidatePage(sitting, 'receipt', 'Thank you', {
    heading: attempt.state === 'expired' ? 'This test has ended' : 'Thank you. Your answers are in.',
    definitions: {
      items: [
        term('Your receipt', receipt.code),
        term('Answers that count', countWord(receipt.count, 'answer', 'answers')),
      ],
    },
    at: momentOf(receipt.at),
    role: sitting.roleTitle,
    employer: organisation.name,
    contact: candidateContact(organisation),
    askHref: mayReopen(attempt, form, now.getTime()) ? to.adjustments : null,
    keptAside: keptAsideLines(form, keptAside),
    summary: summaryFor(typed),
    feedback: feedback === 'given' ? null : feedback,
    feedbackGiven: feedback === 'given',
    reuse,
    copies: form.items.map((item) => ({
      title: item.title,
      ...ownAnswer(item, attempt.responses[item.id]?.value ?? null),
    })),
  });
}

const term = (name: string, text: string) => ({
  term: name,
  cell: { kind: 'text' as const, text, sub: null },
});

function keptAsideLines(form: Form, keptAside: readonly QuarantinedResponse[]): string[] {
  const late = keptAside.filter(({ reason }) => reason === 'late' || reason === 'closed');
  const titles = new Set(late.map(({ itemId }) => findItem(form, itemId)?.title ?? itemId));
  return [...titles].map(
    (title) => `“${title}”: a change came after the end. It is kept, and does not count.`,
  );
}

import type { PracticeItem } from '../../core/form/form.ts';
import { publicItem } from '../../core/item/public-item.ts';
import type { PageReply } from '../../http/reply.ts';
import { candidatePage, readOnlyNote } from './attempt-frame.ts';
import type { Sitting } from './load-sitting.ts';
import { questionView } from './question-view.ts';
import type { ShownAnswer } from './shown-answer.ts';
import { paragraphsOf } from './words.ts';

/** A practice question with the same controls as a real one: no clock, nothing stored, an explanation afterwards. */
export function practicePage(
  sitting: Sitting,
  item: PracticeItem,
  tried: { readonly shown: ShownAnswer; readonly explains: boolean } | null,
): PageReply {
  const { form, to } = sitting;
  const at = form.practice.findIndex(({ id }) => id === item.id);
  const next = form.practice[at + 1];
  const shown = tried?.shown ?? {};
  const showsUpdate = (shown['a'] ?? '').trim() !== '';
  return candidatePage(sitting, 'practice', `Practice: ${item.title}`, {
    readOnly: readOnlyNote(sitting, null),
    step: `Practice question ${at + 1} of ${form.practice.length}`,
    heading: item.title,
    question: questionView(publicItem(item), { shown, showsUpdate, error: null }),
    action: to.practice(item.id),
    epoch: String(sitting.writer),
    explanation: tried?.explains === true ? paragraphsOf(item.explanation) : null,
    button:
      item.kind === 'written-response' && !showsUpdate ? 'See what happens next' : 'See the explanation',
    next: next === undefined ? null : { label: 'Next practice question', href: to.practice(next.id) },
    back: to.overview,
  });
}

import { partClock } from '../../core/attempt/part-clock.ts';
import { sectionOf } from '../../core/form/find-item.ts';
import type { Item } from '../../core/item/item.ts';
import { publicItem } from '../../core/item/public-item.ts';
import type { ResponseValue } from '../../core/item/response-value.ts';
import { candidateContact } from '../../http/candidate-contact.ts';
import type { Button, Checkbox, ErrorSummary, SaveState, SubmitButton } from '../../http/parts.ts';
import type { PageReply } from '../../http/reply.ts';
import { neighbours, partNumber } from './address.ts';
import { candidatePage, readOnlyNote, slimHeader } from './attempt-frame.ts';
import type { Sitting } from './load-sitting.ts';
import { ownAnswer } from './own-answer.ts';
import { questionView } from './question-view.ts';
import { showStored, type ShownAnswer } from './shown-answer.ts';
import type { Go } from './requests.ts';

/** What was posted but is not the stored answer: shown in the boxes, with the stored one beside it. */
export interface Conflict {
  readonly heading: string;
  readonly line: string;
  readonly posted: ShownAnswer;
  /** True where saving has to make this tab the writer first. */
  readonly claims: boolean;
}

export interface ItemPageInput {
  readonly sitting: Sitting;
  readonly item: Item;
  readonly conflict: Conflict | null;
  /** What the posted answer was refused for; its text is in the boxes. */
  readonly refusal: { readonly message: string; readonly posted: ShownAnswer } | null;
}

/** One situation on one page. */
export function itemPage({ sitting, item, conflict, refusal }: ItemPageInput): PageReply {
  const { attempt, form, organisation, to } = sitting;
  const section = sectionOf(form, item.id);
  const stored = attempt.responses[item.id] ?? null;
  const shown = conflict?.posted ?? refusal?.posted ?? showStored(stored?.value ?? null);
  const showsUpdate = stored?.value.kind === 'written-response' && stored.value.a.trim() !== '';
  const error = refusal?.message ?? null;
  return candidatePage(sitting, 'item', item.title, {
    readOnly: conflict === null ? readOnlyNote(sitting, item.id) : null,
    slimHeader: slimHeader(sitting, partClock(attempt, section.id), saveStateOf(sitting, stored !== null)),
    progress: {
      section: `Part ${partNumber(form, section)} of ${form.sections.length}, ${section.title}`,
      label: `Question ${section.items.indexOf(item.id) + 1} of ${section.items.length}`,
      value: section.items.indexOf(item.id) + 1,
      max: section.items.length,
    },
    heading: item.title,
    summary: error === null ? null : summaryOf(error, item),
    conflict: conflictView(conflict, item, stored?.value ?? null),
    question: questionView(publicItem(item), { shown, showsUpdate: showsUpdate || conflict !== null, error }),
    form: {
      action: to.response(item.id),
      itemId: item.id,
      epoch: String(conflict === null ? sitting.writer : attempt.epoch),
      seq: String((stored?.seq ?? 0) + 1),
      claims: conflict?.claims ?? false,
      disabled: !sitting.writes && conflict === null,
    },
    remind: remindBox(attempt.reminders.includes(item.id)),
    buttons: buttonsFor(sitting, item, showsUpdate),
    askHref: to.adjustments,
    contact: candidateContact(organisation),
  });
}

/** A written answer says it at its first box, where the error part gives the id. */
const summaryOf = (text: string, { kind }: Item): ErrorSummary => ({
  heading: 'This is not saved yet',
  errors: [{ text, fieldId: kind === 'written-response' ? 'a' : 'answer-error' }],
});

function saveStateOf({ writes }: Sitting, stored: boolean): SaveState {
  if (!writes) return { text: 'Only showing', state: 'stop' };
  return stored ? { text: 'Saved', state: 'saved' } : { text: 'Nothing to save yet', state: 'saving' };
}

function conflictView(conflict: Conflict | null, item: Item, stored: ResponseValue | null) {
  if (conflict === null) return null;
  const { lines, texts } = ownAnswer(item, stored);
  return { heading: conflict.heading, line: conflict.line, texts: [...lines, ...texts] };
}

function remindBox(checked: boolean): Checkbox {
  const label = 'Remind me to look at this question again';
  return { id: 'remind', name: 'remind', label, hint: null, error: null, value: 'yes', checked };
}

function buttonsFor({ form }: Sitting, item: Item, showsUpdate: boolean): Button[] {
  const { before, after } = neighbours(sectionOf(form, item.id), item.id);
  const onwards: Go = after === null ? 'check' : 'next';
  const buttons =
    item.kind === 'written-response' && !showsUpdate
      ? [
          submit('Save and see what happens next', 'stay', 'primary'),
          submit('Leave it for later', onwards, 'plain'),
        ]
      : [submit(after === null ? 'Save and check' : 'Save and continue', onwards, 'primary')];
  return before === null ? buttons : [...buttons, submit('Back', 'back', 'plain')];
}

const submit = (label: string, go: Go, look: 'primary' | 'plain'): SubmitButton => ({
  kind: 'submit',
  label,
  look,
  name: 'go',
  value: go,
  form: null,
  fragment: null,
  key: null,
});

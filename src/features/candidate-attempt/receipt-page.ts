import type { Receipt, StoredResponse } from '../../core/attempt/attempt.ts';
import { findItem } from '../../core/form/find-item.ts';
import type { Form } from '../../core/form/form.ts';
import type { Item } from '../../core/item/item.ts';
import { responseState } from '../../core/item/response-state.ts';
import type { PageReply } from '../../http/reply.ts';
import type { QuarantinedResponse } from '../../store/quarantine-store.ts';
import { candidatePage } from './attempt-frame.ts';
import { contactOf } from './landing-page.ts';
import type { Sitting } from './load-sitting.ts';
import { countWord, momentOf } from './words.ts';

/** What was handed in: a code, when, how many, what was kept aside, and a copy of one's own answers. */
export function receiptPage(
  sitting: Sitting,
  receipt: Receipt,
  keptAside: readonly QuarantinedResponse[],
): PageReply {
  const { attempt, form, organisation } = sitting;
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
    contact: contactOf(organisation),
    keptAside: keptAsideLines(form, keptAside),
    copies: form.items.flatMap((item) => copyOf(item, attempt.responses[item.id] ?? null)),
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

/** Written answers in full; of a judgment question only its title and the candidate's own choices. */
function copyOf(
  item: Item,
  stored: StoredResponse | null,
): { title: string; lines: string[]; texts: string[] }[] {
  if (stored === null || responseState(item, stored.value) === 'empty') {
    return [{ title: item.title, lines: ['No answer.'], texts: [] }];
  }
  const { value } = stored;
  switch (value.kind) {
    case 'written-response':
      return [
        { title: item.title, lines: [], texts: [value.a, value.b].filter((text) => text.trim() !== '') },
      ];
    case 'rate-options': {
      const options = item.kind === 'rate-options' ? item.options : [];
      const ratings = options.map(({ id }) => value.ratings[id] ?? '–').join(', ');
      return [{ title: item.title, lines: [`Your ratings in order: ${ratings}.`], texts: [] }];
    }
    case 'best-worst': {
      const place = (id: string | null) =>
        item.kind === 'best-worst' && id !== null
          ? item.options.findIndex((option) => option.id === id) + 1
          : '–';
      const line = `Best: step ${place(value.best)}. Worst: step ${place(value.worst)}.`;
      return [{ title: item.title, lines: [line], texts: [] }];
    }
  }
}

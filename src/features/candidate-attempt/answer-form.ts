import type { SaveRefusal } from '../../core/attempt/accept-response.ts';
import { sectionOf } from '../../core/form/find-item.ts';
import type { Item } from '../../core/item/item.ts';
import { redirect, type Reply } from '../../http/reply.ts';
import { neighbours } from './address.ts';
import { candidatePage } from './attempt-frame.ts';
import { itemPage } from './item-page.ts';
import type { Sitting } from './load-sitting.ts';
import { REFUSAL_WORDS } from './refusal-words.ts';
import type { Go } from './requests.ts';
import type { SaveOutcome } from './save-response.ts';
import type { ShownAnswer } from './shown-answer.ts';

interface FormAnswer {
  readonly sitting: Sitting;
  readonly item: Item;
  readonly outcome: SaveOutcome;
  readonly go: Go;
  readonly posted: ShownAnswer;
}

const CONFLICT_WORDS = {
  overtaken: {
    heading: 'A newer answer is stored',
    line: 'This page was older than the answer that is stored. Your text is in the boxes below and has been kept. Save again to keep it instead.',
  },
  'old-epoch': {
    heading: 'You went on in another window or on another device',
    line: 'Your text is in the boxes below and has been kept. Saving here makes this the window you work in.',
  },
} as const;

/** The next page after a form was saved, or the same page with what was typed and what to do about it. */
export function answerForm({ sitting, item, outcome, go, posted }: FormAnswer): Reply {
  const fresh = outcome.kind === 'invalid' ? sitting : { ...sitting, attempt: outcome.attempt };
  switch (outcome.kind) {
    case 'stored':
    case 'stale':
      return redirect(placeFor(go, fresh, item));
    case 'overtaken': {
      const conflict = { ...CONFLICT_WORDS.overtaken, posted, claims: false };
      return { ...itemPage({ sitting: fresh, item, conflict, refusal: null }), status: 409 };
    }
    case 'refused':
      return refused(fresh, item, outcome.reason, posted);
    case 'invalid': {
      const refusal = { message: REFUSAL_WORDS[outcome.reason], posted };
      const status = outcome.reason === 'too-long' ? 413 : 422;
      return { ...itemPage({ sitting: fresh, item, conflict: null, refusal }), status };
    }
    case 'over-quota': {
      const message =
        'Too many texts of this test have been kept aside already. Copy your text before you go on.';
      return {
        ...itemPage({ sitting: fresh, item, conflict: null, refusal: { message, posted } }),
        status: 429,
      };
    }
  }
}

function refused(sitting: Sitting, item: Item, reason: SaveRefusal, posted: ShownAnswer): Reply {
  switch (reason) {
    case 'superseded': {
      const conflict = { ...CONFLICT_WORDS.overtaken, posted, claims: false };
      return { ...itemPage({ sitting, item, conflict, refusal: null }), status: 409 };
    }
    case 'old-epoch': {
      const conflict = { ...CONFLICT_WORDS['old-epoch'], posted, claims: true };
      return { ...itemPage({ sitting, item, conflict, refusal: null }), status: 409 };
    }
    case 'part-not-running':
    case 'closed':
    case 'late':
      return {
        ...keptAsidePage(sitting, item, reason, posted),
        status: reason === 'part-not-running' ? 409 : 410,
      };
  }
}

const KEPT_WORDS = {
  'part-not-running': 'This part has not been started. Your text has been kept, but it is not an answer yet.',
  closed: 'This part was already handed in or closed. Your text has been kept, but it does not count.',
  late: 'The time of this part was over. Your text has been kept, but it does not count. What was saved before does.',
} as const;

function keptAsidePage(sitting: Sitting, item: Item, reason: keyof typeof KEPT_WORDS, posted: ShownAnswer) {
  const texts = ['a', 'b'].flatMap((step) => posted[step] ?? []).filter((text) => text.trim() !== '');
  return candidatePage(sitting, 'kept-aside', item.title, {
    heading: reason === 'late' ? 'Time is up' : 'This came too late',
    line: KEPT_WORDS[reason],
    texts: item.kind === 'written-response' ? texts : [],
    next: sitting.to.overview,
  });
}

/** Where a saved form leads. */
export function placeFor(go: Go, { form, to }: Sitting, item: Item): string {
  const section = sectionOf(form, item.id);
  const { before, after } = neighbours(section, item.id);
  switch (go) {
    case 'next':
      return after === null ? to.check(section.id) : to.item(after);
    case 'back':
      return before === null ? to.item(item.id) : to.item(before);
    case 'check':
      return to.check(section.id);
    case 'ask':
      return to.adjustments;
    case 'stay':
      return `${to.item(item.id)}#update`;
    default:
      // The button that was pressed keeps the focus, and its name tells the new place.
      return `${to.item(item.id)}#${go}`;
  }
}

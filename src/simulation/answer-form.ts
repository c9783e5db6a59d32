import type { SimulationText } from '../content/simulation-texts.ts';
import type { Item } from '../core/item/item.ts';
import type { ResponseValue } from '../core/item/response-value.ts';
import type { ItemId } from '../core/kernel/ids.ts';
import { answerPrompt } from './answer-prompt.ts';
import { answerSituation } from './answer-situation.ts';
import type { SimulatedPerson } from './draw-person.ts';
import type { Random } from './random.ts';
import type { SimulationSetting } from './simulation-setting.ts';

/** One answer; what is left out is not in the list. */
export interface SimulatedAnswer {
  readonly itemId: ItemId;
  readonly value: ResponseValue;
  /** What the author of a written text meant; null for judgments and for a text without content. */
  readonly levels: SimulationText['levels'] | null;
}

const WITHOUT_CONTENT = { a: 'n/a', b: 'n/a' };
/** Situations at the end that somebody did not get to. */
const NOT_REACHED = 3;

/** Everything one person answers. Every answer is drawn, also one left out, so that leaving out changes no other. */
export function answerForm(
  { form, key, texts }: Pick<SimulationSetting, 'form' | 'key' | 'texts'>,
  person: SimulatedPerson,
  random: Random,
): readonly SimulatedAnswer[] {
  const left = itemsLeft(form.items, person.left);
  const lastPrompt = form.items.findLast(({ kind }) => kind === 'written-response')?.id;
  return form.items
    .map((item): SimulatedAnswer => {
      const { id: itemId } = item;
      if (item.kind !== 'written-response') {
        const keyed = key.items[itemId];
        if (keyed === undefined) throw new Error(`the key has no situation ${itemId}`);
        return { itemId, value: answerSituation(item, keyed, person, random), levels: null };
      }
      const { a, b, levels } = answerPrompt(item, texts[itemId] ?? [], person, random);
      return person.left === 'last-content' && itemId === lastPrompt
        ? { itemId, value: { kind: 'written-response', ...WITHOUT_CONTENT }, levels: null }
        : { itemId, value: { kind: 'written-response', a, b }, levels };
    })
    .filter(({ itemId }) => !left.includes(itemId));
}

function itemsLeft(items: readonly Item[], left: SimulatedPerson['left']): readonly ItemId[] {
  const prompts = items.filter(({ kind }) => kind === 'written-response').map(({ id }) => id);
  const situations = items.filter(({ kind }) => kind !== 'written-response').map(({ id }) => id);
  switch (left) {
    case 'nothing':
    case 'last-content':
      return [];
    case 'situations':
      return situations.slice(-NOT_REACHED);
    case 'last-response':
      return prompts.slice(-1);
    case 'judgment':
      return situations;
    case 'writing':
      return prompts;
  }
}

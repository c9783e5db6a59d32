import type { Item } from './item.ts';
import type { RankOptionsValue, ResponseValue } from './response-value.ts';

export type ResponseState = 'answered' | 'partial' | 'empty';

/**
 * How far a response has got. Input: the item and its stored value, or null where nothing was saved. A written step
 * counts once it holds anything but white space; whether that has content is for a rater to say.
 */
export function responseState(item: Item, value: ResponseValue | null): ResponseState {
  if (value === null) return 'empty';
  switch (value.kind) {
    case 'rate-options':
      return share(Object.keys(value.ratings).length, optionCount(item));
    case 'best-worst':
      return share([value.best, value.worst].filter((pick) => pick !== null).length, 2);
    case 'pick-one':
      return value.pick === null ? 'empty' : 'answered';
    case 'rank-options':
      return orderState(item, value);
    case 'written-response':
      return share([value.a, value.b].filter((step) => step.trim() !== '').length, 2);
  }
}

/** The order in which the options stand by themselves says nothing until it is confirmed. */
function orderState(item: Item, { order, confirmed }: RankOptionsValue): ResponseState {
  if (confirmed) return 'answered';
  const untouched = item.kind === 'rank-options' && item.options.every(({ id }, at) => order[at] === id);
  return untouched ? 'empty' : 'partial';
}

function share(done: number, wanted: number): ResponseState {
  if (done === 0) return 'empty';
  return done < wanted ? 'partial' : 'answered';
}

function optionCount(item: Item): number {
  return item.kind === 'written-response' ? 0 : item.options.length;
}

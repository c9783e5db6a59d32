import type { JudgmentItem } from '../../core/item/item.ts';
import { responseState } from '../../core/item/response-state.ts';
import type { ResponseValue } from '../../core/item/response-value.ts';

/** What somebody chose in a situation, by the ids of its options in their order; null where they chose nothing. */
export function choiceText(item: JudgmentItem, value: ResponseValue | null): string | null {
  if (value?.kind !== item.kind || responseState(item, value) === 'empty') return null;
  switch (value.kind) {
    case 'rate-options':
      return item.options
        .flatMap(({ id }) => (value.ratings[id] === undefined ? [] : `${id}=${value.ratings[id]}`))
        .join(' ');
    case 'best-worst':
      return [
        ...(value.best === null ? [] : [`best=${value.best}`]),
        ...(value.worst === null ? [] : [`worst=${value.worst}`]),
      ].join(' ');
    case 'pick-one':
      return value.pick;
    case 'rank-options':
      return value.order.join(' ');
  }
}

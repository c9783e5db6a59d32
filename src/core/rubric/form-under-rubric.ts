import type { Form } from '../form/form.ts';
import type { Item } from '../item/item.ts';
import type { Criterion } from './rubric.ts';

type Asked = Pick<Criterion, 'id' | 'askedIn'>;

/**
 * The form as raters and scores take it under a rubric: every prompt with the criteria it is rated on, in the order of
 * the rubric. A criterion is asked where its author of the rubric put it, else where the prompt names it.
 */
export function formUnderRubric(form: Form, criteria: readonly Asked[]): Form {
  return { ...form, items: form.items.map((item) => itemUnder(item, criteria)) };
}

function itemUnder(item: Item, criteria: readonly Asked[]): Item {
  if (item.kind !== 'written-response') return item;
  const named = new Map(item.criteria.map((one) => [one.criterion, one]));
  return {
    ...item,
    criteria: criteria.flatMap(({ id, askedIn }) => {
      const own = named.get(id);
      if (askedIn === undefined) return own === undefined ? [] : [own];
      return askedIn.includes(item.id) ? [own ?? { criterion: id, chance: '' }] : [];
    }),
  };
}

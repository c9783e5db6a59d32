import type { Form } from '../form/form.ts';
import type { JudgmentItem } from '../item/item.ts';
import { seededOrder } from '../kernel/seeded-order.ts';
import type { PanelExpert, RatedSituation } from './expert-panel.ts';

export const judgmentItems = (form: Form): readonly JudgmentItem[] =>
  form.items.filter((item): item is JudgmentItem => item.kind !== 'written-response');

/** The situations in an order of this expert's own that never changes, so that no place in it favours an option. */
export const situationsFor = (form: Form, { id }: Pick<PanelExpert, 'id'>): readonly JudgmentItem[] =>
  seededOrder(id, judgmentItems(form), (item) => item.id);

/** How many options of a situation are rated. */
export const countRated = ({ options }: JudgmentItem, rated: RatedSituation | undefined): number =>
  options.filter(({ id }) => rated?.ratings[id] !== undefined).length;

/** The situations in which an option is still to be rated. */
export const unratedSituations = (
  form: Form,
  { situations }: Pick<PanelExpert, 'situations'>,
): readonly JudgmentItem[] =>
  judgmentItems(form).filter((item) => countRated(item, situations[item.id]) < item.options.length);

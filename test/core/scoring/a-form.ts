import type { Form } from '../../../src/core/form/form.ts';
import type { Key } from '../../../src/core/form/key.ts';
import type {
  BestWorstItem,
  Item,
  RateOptionsItem,
  WrittenResponseItem,
} from '../../../src/core/item/item.ts';
import type {
  BestWorstValue,
  RateOptionsValue,
  WrittenValue,
} from '../../../src/core/item/response-value.ts';
import type {
  AssessmentId,
  CriterionId,
  DimensionId,
  ItemId,
  OptionId,
  SectionId,
} from '../../../src/core/kernel/ids.ts';

export const criterion = (name: string) => name as CriterionId;
export const item = (name: string) => name as ItemId;

const option = (name: string) => name as OptionId;
const situation = { title: 'A title', situation: 'A situation.' };

export function rateItem(id: string, options: readonly string[]): RateOptionsItem {
  return {
    ...situation,
    id: item(id),
    kind: 'rate-options',
    question: 'How effective?',
    options: options.map((name) => ({ id: option(name), text: name })),
  };
}

export function bestWorstItem(id: string, options: readonly string[]): BestWorstItem {
  return { ...rateItem(id, options), kind: 'best-worst' };
}

export function prompt(id: string, criteria: readonly string[]): WrittenResponseItem {
  return {
    ...situation,
    id: item(id),
    kind: 'written-response',
    stepA: { ask: 'Write what you would say.' },
    stepB: { update: 'Then it changes.', ask: 'What now?' },
    guide: { min: 80, max: 180 },
    maxWords: 300,
    criteria: criteria.map((name) => ({ criterion: criterion(name), chance: 'Sentence two.' })),
  };
}

/** A form of the given items: a judgment section and a writing section, as far as there are items for them. */
export function aForm(items: readonly Item[]): Form {
  const section = (id: string, kind: 'judgment' | 'written', title: string) => ({
    id: id as SectionId,
    kind,
    title,
    minutes: 30,
    usualMinutes: '15–25',
    items: items
      .filter((entry) => (entry.kind === 'written-response') === (kind === 'written'))
      .map(({ id }) => id),
  });
  const sections = [section('judgment', 'judgment', 'Judgment'), section('writing', 'written', 'Writing')];
  return {
    assessmentId: 'test-assessment' as AssessmentId,
    version: 1,
    title: 'Test assessment',
    language: 'en',
    summary: '',
    audience: '',
    claim: '',
    limitSource: 'author',
    sections: sections.filter((entry) => entry.items.length > 0),
    items,
    practice: [],
  };
}

/** A key with one dimension an item and one value an option, by item id and option id. */
export function aKey(
  items: Readonly<Record<string, { dimension: string; values: Record<string, number> }>>,
): Key {
  const keyed = Object.entries(items).map(([id, { dimension, values }]) => [
    id,
    {
      dimension: dimension as DimensionId,
      options: Object.fromEntries(
        Object.entries(values).map(([name, value]) => [name, { value, rationale: 'Because.' }]),
      ),
    },
  ]);
  return {
    assessmentId: 'test-assessment' as AssessmentId,
    formVersion: 1,
    status: 'author',
    dimensions: [],
    items: Object.fromEntries(keyed) as Key['items'],
  };
}

export function ratings(values: Readonly<Record<string, number>>): RateOptionsValue {
  return { kind: 'rate-options', ratings: values };
}

export function picks(best: string | null, worst: string | null): BestWorstValue {
  return { kind: 'best-worst', best: best as OptionId | null, worst: worst as OptionId | null };
}

export function written(a: string, b = ''): WrittenValue {
  return { kind: 'written-response', a, b };
}

import type { Form } from '../../../src/core/form/form.ts';
import type { Key } from '../../../src/core/form/key.ts';
import type { RateOptionsItem, WrittenResponseItem } from '../../../src/core/item/item.ts';
import type { RubricContent } from '../../../src/core/rubric/rubric.ts';

const SOUND_OPTIONS = [
  { id: 'a', text: 'Tell him how long it takes today.', value: 6 },
  { id: 'b', text: 'Ask him what he needs to know.', value: 5.5 },
  { id: 'c', text: 'Tell him that all others wait too.', value: 2 },
  { id: 'd', text: 'Ask him to sit down and wait.', value: 2.5 },
] as const;

interface KeyedOptionText {
  readonly id: string;
  readonly text: string;
  readonly value: number;
}

interface SituationOf {
  readonly id: string;
  readonly dimension: string;
  readonly situation?: string;
  readonly options?: readonly KeyedOptionText[];
  readonly rationale?: string;
}

/** A form and its key; situations are sound unless the test says otherwise. */
export function aKeyedForm(situations: readonly SituationOf[]): { form: Form; key: Key } {
  const prompt: WrittenResponseItem = {
    id: 'w01' as WrittenResponseItem['id'],
    kind: 'written-response',
    title: 'A room',
    situation: 'A guest needs a quiet room.',
    stepA: { ask: 'Write what you would say.' },
    stepB: { update: 'The room is taken.', ask: 'What now?' },
    guide: { min: 10, max: 50 },
    maxWords: 100,
    criteria: [],
  };
  const items = situations.map(
    ({ id, situation = 'A man waits at your desk.', options = SOUND_OPTIONS }) => ({
      id,
      kind: 'rate-options',
      title: id,
      situation,
      question: 'How effective?',
      options: options.map((option) => ({ id: option.id, text: option.text })),
    }),
  ) as unknown as RateOptionsItem[];
  const form = { assessmentId: 'small', items: [...items, prompt], practice: [] } as unknown as Form;
  const keyed = situations.map(
    ({ id, dimension, options = SOUND_OPTIONS, rationale = 'It helps. It would not if he left.' }) => [
      id,
      {
        dimension,
        options: Object.fromEntries(options.map(({ id: name, value }) => [name, { value, rationale }])),
      },
    ],
  );
  return { form, key: { items: Object.fromEntries(keyed) as unknown } as Key };
}

/** Example responses with the given levels and lengths. */
export function aRubric(
  examples: readonly { levels: readonly number[]; words: number }[],
  anchor = 'Names nothing that the person said.',
): RubricContent {
  return {
    criteria: [{ id: 'empathy', levels: [{ level: 1, anchor }] }],
    examples: examples.map(({ levels, words }, index) => ({
      id: `e${index}`,
      itemId: 'w01',
      a: 'word '.repeat(words),
      b: '',
      levels: Object.fromEntries(
        levels.map((level, at) => [`c${at}`, { level, cites: 'word', because: '' }]),
      ),
    })),
  } as unknown as RubricContent;
}

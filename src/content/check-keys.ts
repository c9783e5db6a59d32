import type { AuthoredAssessment } from './authored-assessment.ts';
import type { ContentProblem } from './content-problem.ts';
import type { AuthoredItem } from './item-shape.ts';
import type { AuthoredKeys } from './key-shapes.ts';
import type { ItemId } from '../core/kernel/ids.ts';
import { problemAt } from './problem-at.ts';
import { scoredItems } from './scored-items.ts';

/** Every option of every scored situation has a value, and every value its option. */
export function checkKeys(assessment: AuthoredAssessment): readonly ContentProblem[] {
  const { keys } = assessment;
  const situations = scoredItems(assessment).flatMap(({ value }) =>
    value.kind === 'written-response' ? [] : [value],
  );
  const scored = new Set<string>(situations.map(({ id }) => id));
  const strangers = Object.keys(keys.value.items)
    .filter((id) => !scored.has(id))
    .map((id) =>
      problemAt(
        keys,
        ['items', id],
        `${id} is keyed and in no judgment part.`,
        'Correct its id or remove it.',
      ),
    );
  return [...strangers, ...situations.flatMap((item) => checkKeyOf(assessment, item))];
}

function checkKeyOf(
  { keys }: AuthoredAssessment,
  item: Exclude<AuthoredItem, { kind: 'written-response' }>,
): readonly ContentProblem[] {
  const keyed = keys.value.items[item.id];
  const at = ['items', item.id, 'options'];
  if (keyed === undefined) {
    return [
      problemAt(keys, ['items'], `${item.id} has no key.`, `Add ${item.id} with a value for each option.`),
    ];
  }
  const options = new Set<string>(item.options.map(({ id }) => id));
  const missing = [...options]
    .filter((id) => !Object.hasOwn(keyed.options, id))
    .map((id) =>
      problemAt(keys, at, `${item.id} has no value for option ${id}.`, 'Add its value and rationale.'),
    );
  const strange = Object.keys(keyed.options)
    .filter((id) => !options.has(id))
    .map((id) =>
      problemAt(keys, [...at, id], `${item.id} has no option ${id}.`, 'Correct the id or remove the value.'),
    );
  return [...missing, ...strange, ...checkPicks(keys, item, keyed), ...checkSpread(keys, item, keyed)];
}

/** Where all options are worth the same, neither a pick nor an order can be scored. */
function checkSpread(
  keys: AuthoredAssessment['keys'],
  { id, kind }: AuthoredItem,
  { options }: AuthoredKeys['items'][ItemId],
): readonly ContentProblem[] {
  if (kind !== 'pick-one' && kind !== 'rank-options') return [];
  const values = new Set(Object.values(options).map(({ value }) => value));
  if (values.size > 1) return [];
  const what = `All options of ${id} have the same value.`;
  return [problemAt(keys, ['items', id, 'options'], what, 'Give at least one of them another value.')];
}

/** A best/worst situation writes out its two picks; they have to be the options with the outermost values. */
function checkPicks(
  keys: AuthoredAssessment['keys'],
  { id, kind }: AuthoredItem,
  { best, worst, options }: AuthoredKeys['items'][ItemId],
): readonly ContentProblem[] {
  const values = Object.values(options).map(({ value }) => value);
  const expected = { best: Math.max(...values), worst: Math.min(...values) };
  const picks = [
    { name: 'best', pick: best, value: expected.best },
    { name: 'worst', pick: worst, value: expected.worst },
  ];
  return picks.flatMap(({ name, pick, value }) => {
    const at = ['items', id, name];
    if (kind !== 'best-worst') {
      return pick === undefined
        ? []
        : [problemAt(keys, at, `"${name}" is for best-worst situations.`, 'Remove it.')];
    }
    const alone = values.filter((other) => other === value).length === 1;
    if (pick !== undefined && alone && options[pick]?.value === value) return [];
    const what = `The ${name} step of ${id} is not the one option with the outermost value.`;
    return [problemAt(keys, at, what, `Name the option of value ${value}, and give no other that value.`)];
  });
}

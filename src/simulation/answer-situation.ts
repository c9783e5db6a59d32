import type { KeyedItem } from '../core/form/key.ts';
import type { JudgmentItem } from '../core/item/item.ts';
import type { ResponseValue } from '../core/item/response-value.ts';
import type { OptionId } from '../core/kernel/ids.ts';
import type { SimulatedPerson } from './draw-person.ts';
import { traitFor } from './draw-traits.ts';
import { POPULATION } from './population.ts';
import type { Random } from './random.ts';

const MIDDLE = 4;

interface Valued {
  readonly id: OptionId;
  /** How effective the person takes the option to be, on the scale of 1 to 7 and beyond. */
  readonly value: number;
}

/** What a person answers to one situation: how far they see what the key sees, in their own style. */
export function answerSituation(
  item: JudgmentItem,
  keyed: KeyedItem,
  person: SimulatedPerson,
  random: Random,
): ResponseValue {
  const valued = valueOptions(item, keyed, person, random);
  if (item.kind === 'best-worst') return bestAndWorst(valued);
  const ratings: Record<OptionId, number> = {};
  for (const { id, value } of valued) ratings[id] = ratingOf(value, person);
  return { kind: 'rate-options', ratings };
}

function valueOptions(
  item: JudgmentItem,
  { dimension, options }: KeyedItem,
  person: SimulatedPerson,
  random: Random,
): readonly Valued[] {
  const { grasp, graspByTrait, situationSd, optionSd } = POPULATION.judgment;
  const ability = grasp + graspByTrait * traitFor(person.traits, dimension) + person.knack;
  const sees = person.care === 'careful' ? ability + situationSd * random.normal() : 0;
  return item.options.map(({ id }) => {
    const key = options[id];
    if (key === undefined) throw new Error(`the key of ${item.id} has no option ${id}`);
    return { id, value: MIDDLE + sees * (key.value - MIDDLE) + optionSd * random.normal() };
  });
}

function ratingOf(value: number, { care, elevation, scatter }: SimulatedPerson): number {
  if (care === 'flat') return MIDDLE + 1;
  const styled = MIDDLE + elevation + scatter * (value - MIDDLE);
  return Math.min(7, Math.max(1, Math.round(styled)));
}

function bestAndWorst(valued: readonly Valued[]): ResponseValue {
  const sorted = [...valued].sort((left, right) => right.value - left.value);
  return { kind: 'best-worst', best: sorted.at(0)?.id ?? null, worst: sorted.at(-1)?.id ?? null };
}

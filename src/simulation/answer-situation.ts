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
  switch (item.kind) {
    case 'best-worst':
      return { kind: item.kind, best: ordered(valued)[0] ?? null, worst: ordered(valued).at(-1) ?? null };
    case 'pick-one':
      return { kind: item.kind, pick: ordered(valued)[0] ?? null };
    case 'rank-options':
      return { kind: item.kind, order: ordered(valued), confirmed: true };
    case 'rate-options': {
      const ratings: Record<OptionId, number> = {};
      for (const { id, value } of valued) ratings[id] = ratingOf(value, person);
      return { kind: item.kind, ratings };
    }
  }
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

function ordered(valued: readonly Valued[]): readonly OptionId[] {
  return [...valued].sort((left, right) => right.value - left.value).map(({ id }) => id);
}

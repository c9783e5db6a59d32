import type { SimulationText } from '../content/simulation-texts.ts';
import type { WrittenResponseItem } from '../core/item/item.ts';
import type { CriterionId } from '../core/kernel/ids.ts';
import type { SimulatedPerson } from './draw-person.ts';
import { traitFor } from './draw-traits.ts';
import { POPULATION } from './population.ts';
import type { Random } from './random.ts';

/** Somebody who does not read what is asked writes this much below what they could. */
const CARELESS_LOSS = 1.6;

/** The text of the pool whose levels come nearest to what this person would write to this prompt. */
export function answerPrompt(
  prompt: WrittenResponseItem,
  pool: readonly SimulationText[],
  person: SimulatedPerson,
  random: Random,
): SimulationText {
  const aims = prompt.criteria.map(({ criterion }) => ({ criterion, level: 0 }));
  const suits = POPULATION.writing.promptSd * random.normal();
  for (const aim of aims) aim.level = aimedLevel(aim.criterion, suits, person, random);
  const [first, ...others] = pool;
  if (first === undefined) throw new Error(`the pool of simulation texts for ${prompt.id} is empty`);
  let nearest = first;
  for (const text of others) if (distance(text, aims) < distance(nearest, aims)) nearest = text;
  return nearest;
}

function aimedLevel(
  criterion: CriterionId,
  suits: number,
  { traits, fluency, care }: SimulatedPerson,
  random: Random,
): number {
  const { level, levelByTrait, criterionSd } = POPULATION.writing;
  const trait = levelByTrait * traitFor(traits, criterion);
  const able = level + trait + fluency + suits + criterionSd * random.normal();
  return care === 'careful' ? able : able - CARELESS_LOSS;
}

function distance(
  { levels }: SimulationText,
  aims: readonly { readonly criterion: CriterionId; readonly level: number }[],
): number {
  return aims.reduce((sum, { criterion, level }) => sum + ((levels[criterion] ?? 3) - level) ** 2, 0);
}

import { POPULATION, TRAITS, type Trait } from './population.ts';
import type { Random } from './random.ts';

export type Traits = Readonly<Record<Trait, number>>;

/** Three correlated normal traits by the Cholesky factor of their correlation matrix. */
export function drawTraits(random: Random): Traits {
  const [r12, r13, r23] = POPULATION.correlations;
  const [first, second, third] = [random.normal(), random.normal(), random.normal()];
  const l22 = Math.sqrt(1 - r12 ** 2);
  const l32 = (r23 - r12 * r13) / l22;
  const l33 = Math.sqrt(1 - r13 ** 2 - l32 ** 2);
  return {
    empathy: first,
    communication: r12 * first + l22 * second,
    adaptability: r13 * first + l32 * second + l33 * third,
  };
}

/** The trait that a dimension or criterion is about; one of another name takes the mean of all. */
export function traitFor(traits: Traits, name: string): number {
  const trait = TRAITS.find((known) => known === name);
  if (trait !== undefined) return traits[trait];
  return TRAITS.reduce((sum, known) => sum + traits[known], 0) / TRAITS.length;
}

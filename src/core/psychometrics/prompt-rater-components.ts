import { unknown, type NoFigureReason } from '../kernel/estimate.ts';
import { shareOf, type Generalizability } from './generalizability.ts';
import { mean } from './mean.ts';
import { sum } from './sum.ts';

/** One rating, as a row of a long table. */
export interface RatedPrompt {
  readonly person: string;
  readonly prompt: string;
  readonly rater: string;
  readonly score: number;
}

/** Variance components of persons × prompts × raters; the last holds the three-way interaction and error. */
export interface PromptRaterComponents {
  readonly p: number;
  readonly i: number;
  readonly r: number;
  readonly pi: number;
  readonly pr: number;
  readonly ir: number;
  readonly pire: number;
}

export type PromptRaterResult =
  | ({ readonly reason: null; readonly design: 'p×i×r' } & PromptRaterComponents)
  | { readonly value: null; readonly reason: NoFigureReason };

type Facet = 'person' | 'prompt' | 'rater';
const FACETS: readonly Facet[] = ['person', 'prompt', 'rater'];

/**
 * Variance components of the fully crossed design p × i × r, one rating a cell, from expected mean squares (Brennan
 * 2001). Negative components are returned as they are; a D-study counts them as 0. Null for fewer than two of any facet,
 * and where a cell is empty or filled twice: designs with holes need another estimator.
 */
export function promptRaterComponents(ratings: readonly RatedPrompt[]): PromptRaterResult {
  const sizes = new Map(FACETS.map((facet) => [facet, new Set(ratings.map((one) => one[facet])).size]));
  const [np, ni, nr] = FACETS.map((facet) => sizes.get(facet) ?? 0) as [number, number, number];
  const cells = new Set(ratings.map((one) => JSON.stringify([one.person, one.prompt, one.rater]))).size;
  if (np < 2) return unknown('fewer-than-two-targets');
  if (ni < 2) return unknown('fewer-than-two-items');
  if (nr < 2) return unknown('fewer-than-two-raters');
  if (cells !== np * ni * nr || cells !== ratings.length || !ratings.every(isFinite))
    return unknown('invalid-response');
  const ms = meanSquares(ratings, { person: np, prompt: ni, rater: nr });
  const pire = ms(['person', 'prompt', 'rater']);
  const [pi, pr, ir] = [ms(['person', 'prompt']), ms(['person', 'rater']), ms(['prompt', 'rater'])];
  return {
    reason: null,
    design: 'p×i×r',
    p: (ms(['person']) - pi - pr + pire) / (ni * nr),
    i: (ms(['prompt']) - pi - ir + pire) / (np * nr),
    r: (ms(['rater']) - pr - ir + pire) / (np * ni),
    pi: (pi - pire) / nr,
    pr: (pr - pire) / ni,
    ir: (ir - pire) / np,
    pire,
  };
}

const isFinite = ({ score }: RatedPrompt): boolean => Number.isFinite(score);

/** Mean square of an effect: the squares of its contrasts of cell means, over its degrees of freedom. */
function meanSquares(ratings: readonly RatedPrompt[], sizes: Readonly<Record<Facet, number>>) {
  const keyOf = (one: RatedPrompt, facets: readonly Facet[]) => JSON.stringify(facets.map((f) => one[f]));
  const meansOf = new Map(
    subsetsOf(FACETS).map((facets) => [facets.join(), groupMeans(ratings, (one) => keyOf(one, facets))]),
  );
  const contrast = (one: RatedPrompt, facets: readonly Facet[]) =>
    sum(
      subsetsOf(facets).map((part) => {
        const sign = (facets.length - part.length) % 2 === 0 ? 1 : -1;
        return sign * (meansOf.get(part.join())?.get(keyOf(one, part)) ?? NaN);
      }),
    );
  return (facets: readonly Facet[]): number => {
    const squares = sum(ratings.map((one) => contrast(one, facets) ** 2));
    return squares / facets.reduce((df, facet) => df * (sizes[facet] - 1), 1);
  };
}

const subsetsOf = (facets: readonly Facet[]): readonly (readonly Facet[])[] =>
  facets.reduce<readonly (readonly Facet[])[]>(
    (subsets, facet) => [...subsets, ...subsets.map((subset) => [...subset, facet])],
    [[]],
  );

function groupMeans(
  ratings: readonly RatedPrompt[],
  keyOf: (one: RatedPrompt) => string,
): ReadonlyMap<string, number> {
  const groups = new Map<string, number[]>();
  for (const one of ratings) {
    const group = groups.get(keyOf(one));
    if (group === undefined) groups.set(keyOf(one), [one.score]);
    else group.push(one.score);
  }
  return new Map([...groups].map(([key, scores]) => [key, mean(scores)]));
}

/**
 * D-study: G and Φ of the mean over so many prompts and raters, all crossed. Negative components count as 0. Doubling
 * prompts helps more than doubling raters wherever σ²_pi is the larger part.
 */
export function promptRaterStudy(
  components: PromptRaterComponents,
  { prompts, raters }: { readonly prompts: number; readonly raters: number },
): Generalizability {
  if (!(prompts >= 1 && raters >= 1))
    throw new RangeError('a D-study needs one prompt and one rater or more');
  const held = (component: number) => Math.max(0, component);
  const relative =
    held(components.pi) / prompts + held(components.pr) / raters + held(components.pire) / (prompts * raters);
  const absolute =
    held(components.i) / prompts + held(components.r) / raters + held(components.ir) / (prompts * raters);
  return {
    g: shareOf(held(components.p), relative),
    phi: shareOf(held(components.p), relative + absolute),
  };
}

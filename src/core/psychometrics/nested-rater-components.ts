import { unknown, type NoFigureReason } from '../kernel/estimate.ts';
import { shareOf, type Generalizability } from './generalizability.ts';
import { mean } from './mean.ts';
import type { RatedPrompt } from './prompt-rater-components.ts';
import { sampleVariance } from './sample-variance.ts';
import { sum } from './sum.ts';

/** Variance components of raters within persons × prompts; the last holds raters and error, which cannot be told apart. */
export interface NestedComponents {
  readonly p: number;
  readonly i: number;
  readonly pi: number;
  readonly raterWithin: number;
}

export type NestedResult =
  | ({ readonly reason: null; readonly design: 'r:(p×i)' } & NestedComponents)
  | { readonly value: null; readonly reason: NoFigureReason };

/**
 * Variance components of the design r:(p × i), every response rated by raters of its own, from expected mean squares
 * (Brennan 2001). For a pool where the pairs differ from response to response. Negative components are returned as they
 * are. Null for fewer than two persons, prompts, or raters a response, and where responses lack or differ in raters.
 */
export function nestedRaterComponents(ratings: readonly RatedPrompt[]): NestedResult {
  const persons = [...new Set(ratings.map(({ person }) => person))];
  const prompts = [...new Set(ratings.map(({ prompt }) => prompt))];
  if (persons.length < 2) return unknown('fewer-than-two-targets');
  if (prompts.length < 2) return unknown('fewer-than-two-items');
  const scores = responseScores(ratings);
  const cells = persons.map((person) => prompts.map((prompt) => scores.get(cellOf(person, prompt)) ?? []));
  const raters = cells[0]?.[0]?.length ?? 0;
  const balanced = cells.flat().every((cell) => cell.length === raters);
  if (!balanced || !ratings.every(({ score }) => Number.isFinite(score))) return unknown('invalid-response');
  if (raters < 2) return unknown('fewer-than-two-raters');
  return { reason: null, design: 'r:(p×i)', ...componentsOf(cells, raters) };
}

const cellOf = (person: string, prompt: string): string => JSON.stringify([person, prompt]);

function responseScores(ratings: readonly RatedPrompt[]): ReadonlyMap<string, readonly number[]> {
  const scores = new Map<string, number[]>();
  for (const { person, prompt, score } of ratings) {
    const cell = scores.get(cellOf(person, prompt));
    if (cell === undefined) scores.set(cellOf(person, prompt), [score]);
    else cell.push(score);
  }
  return scores;
}

function componentsOf(cells: readonly (readonly (readonly number[])[])[], raters: number): NestedComponents {
  const means = cells.map((row) => row.map(mean));
  const [np, ni] = [means.length, means[0]?.length ?? 0];
  const rows = means.map(mean);
  const columns = Array.from({ length: ni }, (_, prompt) => mean(means.map((row) => row[prompt] ?? NaN)));
  const grand = mean(rows);
  const apart = means.map((row, person) =>
    sum(row.map((value, prompt) => (value - (rows[person] ?? NaN) - (columns[prompt] ?? NaN) + grand) ** 2)),
  );
  const within = mean(cells.flat().map(sampleVariance));
  const pi = (raters * sum(apart)) / ((np - 1) * (ni - 1));
  return {
    p: (raters * ni * sampleVariance(rows) - pi) / (ni * raters),
    i: (raters * np * sampleVariance(columns) - pi) / (np * raters),
    pi: (pi - within) / raters,
    raterWithin: within,
  };
}

/** D-study of the nested design for so many prompts and raters a response. Negative components count as 0. */
export function nestedRaterStudy(
  components: NestedComponents,
  { prompts, raters }: { readonly prompts: number; readonly raters: number },
): Generalizability {
  if (!(prompts >= 1 && raters >= 1))
    throw new RangeError('a D-study needs one prompt and one rater or more');
  const held = (component: number) => Math.max(0, component);
  const relative = held(components.pi) / prompts + held(components.raterWithin) / (prompts * raters);
  return {
    g: shareOf(held(components.p), relative),
    phi: shareOf(held(components.p), relative + held(components.i) / prompts),
  };
}

/**
 * The figures of a role from its raw responses and ratings, by code that shares nothing with the product: plain loops
 * over what the formulas in docs say. Types are the product's, results are not.
 */
import type { Attempt } from '../../../src/core/attempt/attempt.ts';
import type { Form } from '../../../src/core/form/form.ts';
import type { Key } from '../../../src/core/form/key.ts';
import type { Criterion } from '../../../src/core/rubric/rubric.ts';
import { quantileOfF } from './quantile-of-f.ts';

export interface RawRating {
  readonly attemptId: string;
  readonly itemId: string;
  readonly slot: number;
  readonly judgement: {
    readonly levels: Readonly<Record<string, number>>;
    readonly unratable: string | null;
  };
}

interface LeadDecision {
  readonly attemptId: string;
  readonly itemId: string;
  readonly resolution: {
    readonly kind: string;
    readonly criteria?: Readonly<Record<string, { readonly kind: string; readonly level: number }>>;
  } | null;
}

interface Raw {
  readonly form: Form;
  readonly key: Key;
  readonly criteria: readonly Criterion[];
  readonly attempts: readonly Attempt[];
  readonly ratings: readonly RawRating[];
  /** What the lead decided cannot be computed; it is read where ratings alone do not settle a level. */
  readonly byLead: readonly LeadDecision[];
}

interface ColumnFigures {
  readonly reliability: number;
  readonly mean: number;
  readonly sd: number;
  readonly n: number;
  readonly interval: { readonly lower: number; readonly upper: number };
}

interface RecomputedPerson {
  readonly applicantId: string;
  readonly judgment: number | null;
  readonly written: number | null;
  readonly criteria: ReadonlyMap<string, number>;
  /** What each situation gave, in the order of the form; null where it gave nothing, and nothing without a score. */
  readonly situations: readonly (number | null)[];
  /** By prompt, and null where it could not be rated. */
  readonly levels: ReadonlyMap<string, Readonly<Record<string, number>> | null>;
  readonly widening: { readonly judgment: number; readonly written: number };
}

export interface Recomputed {
  readonly people: ReadonlyMap<string, RecomputedPerson>;
  readonly judgment: ColumnFigures;
  readonly written: ColumnFigures;
  readonly criteria: ReadonlyMap<string, Omit<ColumnFigures, 'mean' | 'interval'>>;
  readonly doubleRatings: number;
  readonly prompts: number;
  readonly situations: number;
}

const average = (values: readonly number[]): number => {
  let sum = 0;
  for (const value of values) sum += value;
  return sum / values.length;
};
const covariance = (x: readonly number[], y: readonly number[]): number => {
  const [mx, my] = [average(x), average(y)];
  let sum = 0;
  for (let i = 0; i < x.length; i += 1) sum += ((x[i] ?? 0) - mx) * ((y[i] ?? 0) - my);
  return sum / (x.length - 1);
};

/** From the covariance matrix: within a stratum the mean covariance stands for an item's true variance. */
function reliabilityOf(rows: readonly (readonly number[])[], strata: readonly string[]): number {
  const k = strata.length;
  const columns = strata.map((_, item) => rows.map((row) => row[item] ?? 0));
  let whole = 0;
  let explained = 0;
  for (let i = 0; i < k; i += 1) {
    const size = strata.filter((stratum) => stratum === strata[i]).length;
    for (let j = 0; j < k; j += 1) {
      const both = covariance(columns[i] ?? [], columns[j] ?? []);
      whole += both;
      if (strata[i] !== strata[j]) explained += both;
      else if (i !== j) explained += (both * size) / (size - 1);
    }
  }
  return explained / whole;
}

export function recompute(raw: Raw): Recomputed {
  const situations = raw.form.items.filter(({ kind }) => kind !== 'written-response');
  const prompts = raw.form.items.filter((item) => item.kind === 'written-response');
  const people = new Map<string, RecomputedPerson>();
  const judged: { parts: number[]; score: number }[] = [];
  const written: { parts: number[]; score: number }[] = [];
  const byCriterion = new Map(raw.criteria.map(({ id }) => [id as string, [] as number[][]]));
  let doubleRatings = 0;

  for (const attempt of raw.attempts) {
    const id = (attempt as unknown as { _id: string })._id;
    const judgment = judge(
      raw,
      attempt,
      situations.map((item) => item.id),
    );
    if (judgment !== null && judgment.parts.length === situations.length) judged.push(judgment);

    const levels = prompts.map((prompt) => levelsOf(raw, id, attempt, prompt.id));
    const read = levels.filter((one) => one !== 'empty' && one !== null).length;
    doubleRatings += read;
    const rated = levels.map((one, index) =>
      one === 'empty' ? lowest(prompts[index]?.criteria.map(({ criterion }) => criterion) ?? []) : one,
    );
    const scores = new Map<string, number>();
    for (const { id: criterion } of raw.criteria) {
      const given = rated.flatMap((one) => one?.[criterion] ?? []);
      if (given.length >= 2) scores.set(criterion, 25 * (average(given) - 1));
      const named = prompts.filter((prompt) => prompt.criteria.some((one) => one.criterion === criterion));
      if (given.length === named.length && read > 0) {
        byCriterion.get(criterion)?.push(given.map((level) => 25 * (level - 1)));
      }
    }
    const there = rated.filter((one) => one !== null).length;
    const complete = scores.size === raw.criteria.length && 3 * there >= 2 * prompts.length;
    let total: number | null = null;
    if (complete) {
      total = 0;
      for (const { id: criterion, weight } of raw.criteria)
        total += (weight * (scores.get(criterion) ?? 0)) / 100;
      if (there === prompts.length && read > 0) {
        written.push({ score: total, parts: rated.map((one) => weigh(one ?? {}, raw.criteria)) });
      }
    }
    people.set(attempt.applicantId, {
      applicantId: attempt.applicantId,
      judgment: judgment?.score ?? null,
      written: total,
      criteria: scores,
      situations: judgment?.bySituation ?? situations.map(() => null),
      levels: new Map(prompts.map((prompt, index) => [prompt.id as string, rated[index] ?? null])),
      widening: {
        judgment: Math.sqrt(situations.length / (judgment?.answered ?? 1)),
        written: Math.sqrt(prompts.length / Math.max(1, there)),
      },
    });
  }
  const strata = situations.map((item) => raw.key.items[item.id]?.dimension as string);
  return {
    people,
    judgment: figures(judged, strata),
    written: figures(
      written,
      prompts.map(() => 'one'),
    ),
    criteria: new Map(
      [...byCriterion].map(([criterion, rows]) => [
        criterion,
        {
          n: rows.length,
          sd: Math.sqrt(covariance(rows.map(average), rows.map(average))),
          reliability: reliabilityOf(rows, rows[0]?.map(() => 'one') ?? []),
        },
      ]),
    ),
    doubleRatings,
    prompts: prompts.length,
    situations: situations.length,
  };
}

function figures(
  people: readonly { parts: readonly number[]; score: number }[],
  strata: readonly string[],
): ColumnFigures {
  const scores = people.map(({ score }) => score);
  const n = people.length;
  const reliability = reliabilityOf(
    people.map(({ parts }) => parts),
    strata,
  );
  const [low, high] = [0.05, 0.95].map((p) => quantileOfF(p, n - 1, (n - 1) * (strata.length - 1)));
  return {
    reliability,
    n,
    mean: average(scores),
    sd: Math.sqrt(covariance(scores, scores)),
    interval: { lower: 1 - (1 - reliability) * (high ?? NaN), upper: 1 - (1 - reliability) * (low ?? NaN) },
  };
}

/** Half the 90 % band of a person's score on a criterion, wider where a prompt that names it has no level. */
export function halfBandOn(
  criterion: string,
  { criteria }: Pick<Recomputed, 'criteria'>,
  form: Form,
  { levels }: RecomputedPerson,
): number {
  const { sd, reliability } = criteria.get(criterion) ?? { sd: NaN, reliability: NaN };
  let [asked, there] = [0, 0];
  for (const item of form.items) {
    if (item.kind !== 'written-response') continue;
    if (!item.criteria.some((one) => one.criterion === criterion)) continue;
    asked += 1;
    if (levels.get(item.id)?.[criterion] !== undefined) there += 1;
  }
  return 1.645 * sd * Math.sqrt(1 - reliability) * Math.sqrt(asked / there);
}

interface Judged {
  readonly parts: number[];
  readonly bySituation: readonly (number | null)[];
  readonly score: number;
  readonly answered: number;
}

/** Pearson correlation of all ratings with the key, as 50(1 + r); parts are mean squared z distances. */
function judge({ form, key }: Raw, attempt: Attempt, ids: readonly string[]): Judged | null {
  const options: { item: string; x: number; k: number }[] = [];
  let answered = 0;
  for (const item of form.items) {
    if (item.kind !== 'rate-options') continue;
    const value = attempt.responses[item.id]?.value;
    if (value?.kind !== 'rate-options') continue;
    let given = 0;
    for (const { id } of item.options) {
      const x = value.ratings[id];
      if (x === undefined) continue;
      given += 1;
      options.push({ item: item.id, x, k: key.items[item.id]?.options[id]?.value ?? NaN });
    }
    if (given === item.options.length) answered += 1;
  }
  if (answered < 0.6 * ids.length) return null;
  const spread = (values: readonly number[]) => {
    const centre = average(values);
    return { centre, sd: Math.sqrt(average(values.map((value) => (value - centre) ** 2))) };
  };
  const [x, k] = [spread(options.map((one) => one.x)), spread(options.map((one) => one.k))];
  if (x.sd < 0.6) return null;
  const r = average(options.map((one) => ((one.x - x.centre) / x.sd) * ((one.k - k.centre) / k.sd)));
  const bySituation = ids.map((id) => {
    const own = options.filter(({ item }) => item === id);
    if (own.length === 0) return null;
    return -average(own.map((one) => ((one.x - x.centre) / x.sd - (one.k - k.centre) / k.sd) ** 2));
  });
  const parts = bySituation.filter((part) => part !== null);
  return { parts, bySituation, score: Math.min(100, Math.max(0, 50 * (1 + r))), answered };
}

const lowest = (criteria: readonly string[]): Record<string, number> =>
  Object.fromEntries(criteria.map((criterion) => [criterion, 1]));

/** Levels of one response by the rule: within one level the mean of two, else the mean of three, else the lead. */
function levelsOf(
  { ratings, byLead }: Raw,
  attemptId: string,
  attempt: Attempt,
  itemId: string,
): Record<string, number> | 'empty' | null {
  const value = attempt.responses[itemId as never]?.value;
  if (value?.kind !== 'written-response' || `${value.a}${value.b}`.trim() === '') return 'empty';
  const given = ratings
    .filter((one) => one.attemptId === attemptId && one.itemId === itemId)
    .sort((left, right) => left.slot - right.slot)
    .map(({ judgement }) => judgement);
  const lead = byLead.find((one) => one.attemptId === attemptId && one.itemId === itemId)?.resolution ?? null;
  if (lead?.kind === 'unratable') return null;
  const settled: Record<string, number> = {};
  for (const [criterion, resolved] of Object.entries(lead?.criteria ?? {})) {
    const levels = given
      .filter((one) => one.unratable === null)
      .flatMap((one) => one.levels[criterion] ?? []);
    const [first = NaN, second = NaN] = levels;
    const agree = given.slice(0, 2).every((one) => one.unratable === null) && Math.abs(first - second) <= 1;
    if (resolved.kind === 'lead') settled[criterion] = resolved.level;
    else settled[criterion] = agree ? (first + second) / 2 : average(levels);
  }
  return settled;
}

function weigh(levels: Readonly<Record<string, number>>, criteria: readonly Criterion[]): number {
  let [sum, weights] = [0, 0];
  for (const { id, weight } of criteria) {
    const level = levels[id];
    if (level === undefined) continue;
    sum += weight * 25 * (level - 1);
    weights += weight;
  }
  return sum / weights;
}

import type { CriterionId, PersonId } from '../kernel/ids.ts';
import { mean } from '../psychometrics/mean.ts';
import { pearson } from '../psychometrics/pearson.ts';
import { raterSeverity } from '../psychometrics/rater-severity.ts';
import { sampleVariance } from '../psychometrics/sample-variance.ts';
import type { RatingTask, Slot } from '../rating/rating-task.ts';
import type { LevelNumber } from '../rubric/rubric.ts';
import { criterionAgreement } from './criterion-agreement.ts';
import type { CriterionAgreement } from './quality-report.ts';
import { tallyLevelPairs, type LevelPairTally } from './tally-level-pairs.ts';

/** Double ratings before anything is said about a rater. */
export const LEAST_DOUBLE_RATINGS = 30;

/** What is worth a talk: never a verdict. */
export type RaterFlag = 'mild' | 'harsh' | 'halo' | 'narrow-range' | 'central-tendency';

export interface RaterReport {
  readonly raterId: PersonId;
  /** Responses that this rater and one other rated apart from each other. */
  readonly n: number;
  /** The rest is null below `LEAST_DOUBLE_RATINGS`. Levels milder than the mean of all raters; below 0 is harsh. */
  readonly severity: number | null;
  /** Mean correlation between the levels of two criteria, each null where they do not vary. */
  readonly halo: Compared<number | null> | null;
  /** Standard deviation of the levels: own, and the others' on the same responses. */
  readonly spread: Compared | null;
  /** Share of the levels that are the middle one: own, and the others' on the same responses. */
  readonly middle: Compared | null;
  readonly flags: readonly RaterFlag[];
  readonly agreement: readonly CriterionAgreement[];
}

/** Of the rater, and of the others on the same responses. */
interface Compared<Figure = number> {
  readonly own: Figure;
  readonly others: Figure;
}

type Levels = Readonly<Record<CriterionId, number>>;
interface Pair {
  readonly criteria: readonly CriterionId[];
  readonly own: Levels;
  readonly other: Levels;
}

/** Half a level between two raters moves people across places; these are the points where a talk is worth it. */
const SEVERE = 0.5;
const HALO_ABOVE = 0.8;
const NARROW = 0.5;
const MIDDLE_SHARE = 0.6;
const MIDDLE: LevelNumber = 3;

/**
 * How one rater rates beside the others, by the first two independent ratings of each response; third raters are left
 * out. Input: tasks of one role, in any order.
 */
export function raterReport(tasks: readonly RatingTask[], raterId: PersonId): RaterReport {
  const pairs = tasks.flatMap((task) => pairOf(task, raterId));
  const n = pairs.length;
  if (n < LEAST_DOUBLE_RATINGS) {
    return { raterId, n, severity: null, halo: null, spread: null, middle: null, flags: [], agreement: [] };
  }
  const figures = {
    severity: severityOf(tasks, raterId),
    halo: haloOf(pairs),
    spread: spreadOf(pairs),
    middle: middleOf(pairs),
  };
  return { raterId, n, ...figures, flags: flagsOf(figures), agreement: agreementOf(pairs) };
}

/** Raters with a first or second rating in these tasks, in the order of their ids. */
export const ratersOf = (tasks: readonly RatingTask[]): readonly PersonId[] =>
  [...new Set(tasks.flatMap(firstTwo).flatMap(({ raterId }) => raterId ?? []))].sort();

const firstTwo = ({ slots }: RatingTask): readonly Slot[] =>
  slots
    .filter(({ voided }) => voided === null)
    .slice(0, 2)
    .filter(({ judgement }) => judgement?.unratable === null);

function pairOf(task: RatingTask, raterId: PersonId): readonly Pair[] {
  const two = firstTwo(task);
  const own = two.find((slot) => slot.raterId === raterId)?.judgement;
  const other = two.find((slot) => slot.raterId !== raterId)?.judgement;
  return own && other ? [{ criteria: task.criteria, own: own.levels, other: other.levels }] : [];
}

function agreementOf(pairs: readonly Pair[]): readonly CriterionAgreement[] {
  const byCriterion = new Map<CriterionId, LevelPairTally>();
  for (const { criteria, own, other } of pairs) {
    for (const criterion of criteria) {
      const [first, second] = [own[criterion], other[criterion]];
      if (first === undefined || second === undefined) continue;
      const tally = byCriterion.get(criterion) ?? tallyLevelPairs();
      tally.add({ first, second, words: 0 });
      byCriterion.set(criterion, tally);
    }
  }
  return [...byCriterion].flatMap(([criterion, tally]) => criterionAgreement(criterion, tally) ?? []);
}

/** Null where sets of raters share no response: their severity cannot be compared then. */
function severityOf(tasks: readonly RatingTask[], raterId: PersonId): number | null {
  const rated = tasks.flatMap((task) =>
    firstTwo(task).map((slot) => ({
      target: task.id,
      rater: slot.raterId ?? '',
      level: mean(Object.values(slot.judgement?.levels ?? {})),
    })),
  );
  const fitted = raterSeverity({
    targets: rated.map(({ target }) => target),
    raters: rated.map(({ rater }) => rater),
    ratings: rated.map(({ level }) => level),
  });
  if (fitted.reason !== null) return null;
  return fitted.effects[fitted.raters.indexOf(raterId)] ?? null;
}

/** Null where fewer than `LEAST_DOUBLE_RATINGS` responses are rated on two criteria or more. */
function haloOf(pairs: readonly Pair[]): Compared<number | null> | null {
  const several = pairs.filter(({ criteria }) => criteria.length > 1);
  if (several.length < LEAST_DOUBLE_RATINGS) return null;
  return {
    own: meanCorrelation(several.map(({ own }) => own)),
    others: meanCorrelation(several.map(({ other }) => other)),
  };
}

/** Over every two criteria that enough responses share and on which the levels vary. */
function meanCorrelation(all: readonly Levels[]): number | null {
  const criteria = [...new Set(all.flatMap((levels) => Object.keys(levels) as CriterionId[]))];
  const found = criteria.flatMap((first, at) =>
    criteria.slice(at + 1).flatMap((second) => {
      const both = all.filter((levels) => levels[first] !== undefined && levels[second] !== undefined);
      if (both.length < LEAST_DOUBLE_RATINGS) return [];
      const levelsOn = (criterion: CriterionId) => both.map((levels) => levels[criterion] ?? 0);
      return pearson(levelsOn(first), levelsOn(second)) ?? [];
    }),
  );
  return found.length === 0 ? null : mean(found);
}

function spreadOf(pairs: readonly Pair[]): Compared {
  const sd = (all: readonly Levels[]) =>
    Math.sqrt(sampleVariance(all.flatMap((levels) => Object.values(levels))));
  return { own: sd(pairs.map(({ own }) => own)), others: sd(pairs.map(({ other }) => other)) };
}

function middleOf(pairs: readonly Pair[]): Compared {
  const share = (all: readonly Levels[]) => {
    const levels = all.flatMap((one) => Object.values(one));
    return levels.filter((level) => level === MIDDLE).length / levels.length;
  };
  return { own: share(pairs.map(({ own }) => own)), others: share(pairs.map(({ other }) => other)) };
}

type Figures = Pick<RaterReport, 'severity' | 'halo' | 'spread' | 'middle'>;

function flagsOf({ severity, halo, spread, middle }: Figures): RaterFlag[] {
  const flags: RaterFlag[] = [];
  if (severity !== null && severity >= SEVERE) flags.push('mild');
  if (severity !== null && severity <= -SEVERE) flags.push('harsh');
  if (halo !== null && halo.own !== null && halo.own > HALO_ABOVE) flags.push('halo');
  if (spread !== null && spread.own < NARROW * spread.others) flags.push('narrow-range');
  if (middle !== null && middle.own > MIDDLE_SHARE) flags.push('central-tendency');
  return flags;
}

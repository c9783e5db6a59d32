import type { Interval } from '../psychometrics/feldt-interval.ts';
import type { CriterionId, ItemId, OptionId } from '../kernel/ids.ts';
import type { AnalysisPool } from '../scoring/analysis.ts';
import type { DeviceComparison } from './device-differences.ts';
import type { PartTime } from './part-times.ts';

/** Below these numbers a figure says more about chance than about the assessment, and is not shown. */
export const LEAST_ATTEMPTS_FOR_ITEMS = 50;
export const LEAST_DOUBLE_RATINGS_FOR_AGREEMENT = 30;

export type ItemFlag = 'separates-little' | 'too-easy' | 'too-hard' | 'weak-option-draws' | 'option-flat';

/** How people took one option of a situation. */
export interface OptionQuality {
  readonly optionId: OptionId;
  /** Share of all who took it for the best one. */
  readonly best: number;
  /** Of taking it for the best with the rest score; null where nobody differs. */
  readonly withRest: number | null;
  /** Of the ratings from 1 to 7; null where options are not rated. */
  readonly rating: { readonly mean: number; readonly sd: number } | null;
}

export interface ItemQuality {
  readonly itemId: ItemId;
  /** 1: everybody as the key says. For rated options agreement with it, where 0 is none. */
  readonly difficulty: number;
  readonly sd: number;
  readonly withRest: number | null;
  readonly alphaWithout: number | null;
  readonly options: readonly OptionQuality[];
  readonly flags: readonly ItemFlag[];
}

export interface MissingResponses {
  readonly itemId: ItemId;
  readonly asked: number;
  readonly missing: number;
  /** Read, but found not to be ratable. */
  readonly unratable: number;
}

/** A coefficient with its 90 % interval; null where it does not exist. */
export interface Coefficient {
  readonly value: number | null;
  readonly interval: Interval | null;
}

/** How two raters who did not know of each other agreed on one criterion. */
export interface CriterionAgreement {
  readonly criterion: CriterionId;
  readonly n: number;
  readonly exact: number;
  readonly adjacent: number;
  readonly kappa: Coefficient;
  readonly ac2: Coefficient;
  readonly icc: Coefficient;
  /** Rank correlation of the level with the number of words. */
  readonly withWords: number | null;
}

/** What the reliability of a Written score would be with one prompt, or one rater, more. */
export interface PromptOrRater {
  readonly design: 'p×i×r' | 'r:(p×i)';
  readonly people: number;
  readonly prompts: number;
  readonly now: number;
  readonly morePrompts: number;
  readonly moreRaters: number;
}

interface Common extends AnalysisPool {
  /** Finished attempts that it counts. */
  readonly attempts: number;
  /** Scores in ten steps from 0 to 100. */
  readonly distribution: readonly number[];
  readonly missing: readonly MissingResponses[];
  /** Null in reports from before devices were counted. */
  readonly devices: DeviceComparison | null;
  readonly computedAt: Date;
}

export interface JudgmentQuality extends Common {
  readonly column: 'judgment';
  /** Attempts with every situation answered: those that the item figures rest on. */
  readonly complete: number;
  /** Null while they are too few. */
  readonly items: readonly ItemQuality[] | null;
  /** Of every part of the form without a limit; none in reports from before they were measured. */
  readonly times: readonly PartTime[];
}

export interface WrittenQuality extends Common {
  readonly column: 'written';
  readonly doubleRatings: number;
  readonly agreement: readonly CriterionAgreement[];
  /** Null where there is one prompt, or nobody with two ratings of every prompt. */
  readonly study: PromptOrRater | null;
}

/** What a pool of attempts says about the assessment itself. Nothing in it is about one person. */
export type QualityReport = JudgmentQuality | WrittenQuality;

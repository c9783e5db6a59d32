import type { Interval } from './feldt-interval.ts';

/** Attempts and double ratings that an organisation needs before its own reliability replaces the planning value. */
export const LEAST_ATTEMPTS = 50;
export const LEAST_DOUBLE_RATINGS = 30;

/** What an organisation's own attempts say about a column: the coefficient never stands without method, n and interval. */
export interface OwnPrecision {
  readonly reliability: number;
  /** Mean and SD of the scores that are shown. */
  readonly mean: number;
  readonly sd: number;
  readonly method: string;
  readonly n: number;
  readonly interval: Interval;
}

/** What is known about the reliability of a column. */
export type Precision =
  | { readonly kind: 'assumed'; readonly reliability: number; readonly sd: number; readonly source: string }
  | ({ readonly kind: 'established' } & OwnPrecision)
  | { readonly kind: 'cannot-be-established'; readonly reason: 'one-prompt' };

export interface PrecisionInput {
  /** Planning values of the assessment, deliberately low, with where they come from. */
  readonly planning: { readonly reliability: number; readonly sd: number; readonly source: string };
  /** What the organisation's own attempts say; null before anything was computed. */
  readonly own: OwnPrecision | null;
  /** Prompts of a written column, and its double ratings; null for Judgment. */
  readonly written: { readonly prompts: number; readonly doubleRatings: number } | null;
}

/**
 * The precision state of a column. One prompt says nothing about how another would have come out. Below 50 attempts, or
 * 30 double ratings for writing, the planning values hold. From then on the own value counts, also one of 0 or less,
 * which makes no band.
 */
export function precisionOf({ planning, own, written }: PrecisionInput): Precision {
  if (written !== null && written.prompts < 2) return ONE_PROMPT;
  return isEnough(own, written) ? { kind: 'established', ...own } : { kind: 'assumed', ...planning };
}

/**
 * The precision state of a single criterion, over the prompts that name it. Nobody assumes one beforehand: null until
 * there are as many attempts and double ratings as for a written column.
 */
export function criterionPrecisionOf(
  own: OwnPrecision | null,
  written: NonNullable<PrecisionInput['written']>,
): Precision | null {
  if (written.prompts < 2) return ONE_PROMPT;
  return isEnough(own, written) ? { kind: 'established', ...own } : null;
}

const ONE_PROMPT: Precision = { kind: 'cannot-be-established', reason: 'one-prompt' };

const isEnough = (own: OwnPrecision | null, written: PrecisionInput['written']): own is OwnPrecision =>
  own !== null &&
  own.n >= LEAST_ATTEMPTS &&
  (written === null || written.doubleRatings >= LEAST_DOUBLE_RATINGS);

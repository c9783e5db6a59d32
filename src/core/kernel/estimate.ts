/**
 * Why a figure does not exist: the one list that every statistic takes its reasons from. `invalid-response` is for data
 * that cannot be scored or counted at all: ragged rows, a value off the scale, a number that is not finite.
 */
export const NO_FIGURE_REASONS = [
  'no-variance',
  'fewer-than-two-items',
  'fewer-than-two-raters',
  'fewer-than-two-targets',
  'no-pairable-values',
  'disconnected-design',
  'heywood',
  'reliability-not-positive',
  'no-selections',
  'highest-rate-zero',
  'infinite-odds-ratio',
  'no-common-strata',
  'extreme-score',
  'tied-mode',
  'invalid-response',
  'insufficient-n',
] as const;

export type NoFigureReason = (typeof NO_FIGURE_REASONS)[number];

/** A figure, or null with the reason why there is none. Never NaN, never a guess. */
export type Estimate<Reason extends NoFigureReason = NoFigureReason> =
  { readonly value: number; readonly reason: null } | { readonly value: null; readonly reason: Reason };

/** A known figure. */
export const known = (value: number): { readonly value: number; readonly reason: null } => ({
  value,
  reason: null,
});

/** No figure, because of `reason`. */
export const unknown = <Reason extends NoFigureReason>(
  reason: Reason,
): { readonly value: null; readonly reason: Reason } => ({ value: null, reason });

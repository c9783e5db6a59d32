import { unknown, type NoFigureReason } from '../kernel/estimate.ts';
import { mean } from './mean.ts';
import { momentsDifference, type MeanDifference, type Moments } from './moments-difference.ts';
import { sampleVariance } from './sample-variance.ts';
import { isSoundList } from './sound-data.ts';

/** Standardised difference of the means of two lists. Null also where a value is not finite. */
export function meanDifference(
  focal: readonly number[],
  reference: readonly number[],
  level = 0.95,
): MeanDifference | { readonly value: null; readonly reason: NoFigureReason } {
  if (!isSoundList(focal, 'focal') || !isSoundList(reference, 'reference'))
    return unknown('invalid-response');
  return momentsDifference(momentsOf(focal), momentsOf(reference), level);
}

function momentsOf(values: readonly number[]): Moments {
  const n = values.length;
  if (n < 2) return { n, mean: NaN, variance: NaN };
  return { n, mean: mean(values), variance: sampleVariance(values) };
}

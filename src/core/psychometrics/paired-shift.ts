import { unknown, type NoFigureReason } from '../kernel/estimate.ts';
import { mean } from './mean.ts';
import { sampleVariance } from './sample-variance.ts';
import { isSoundList } from './sound-data.ts';
import { tCdf } from './t-cdf.ts';
import { tQuantile } from './t-quantile.ts';

interface PairedShift {
  readonly shift: number;
  readonly sd: number;
  readonly se: number;
  /** Null, with p, where every pair shifts alike. */
  readonly t: number | null;
  readonly p: number | null;
  readonly lower: number;
  readonly upper: number;
  /** Share of pairs that did not move. */
  readonly exact: number;
}

export type ShiftResult =
  ({ readonly reason: null } & PairedShift) | { readonly value: null; readonly reason: NoFigureReason };

/**
 * What a new version does to the same responses, second less first: mean shift with its interval by Student's t (n − 1
 * degrees of freedom), assuming differences about normal. For "comparable" 30 anchor responses, the interval inside
 * ± 0.25 level and a QWK of .80 are asked; that is the caller's rule. Pairs with a missing value are left out. Null for
 * fewer than two pairs.
 */
export function pairedShift(
  first: readonly (number | null)[],
  second: readonly (number | null)[],
  level = 0.95,
): ShiftResult {
  const sound = isSoundList(first, 'first') && isSoundList(second, 'second');
  if (!sound || first.length !== second.length) return unknown('invalid-response');
  const moves = first.flatMap((before, pair) => {
    const after = second[pair] ?? null;
    return before === null || after === null ? [] : [after - before];
  });
  const n = moves.length;
  if (n < 2) return unknown('insufficient-n');
  const [shift, sd] = [mean(moves), Math.sqrt(sampleVariance(moves))];
  const se = sd / Math.sqrt(n);
  const half = tQuantile(1 - (1 - level) / 2, n - 1) * se;
  const t = se > 0 ? shift / se : null;
  return {
    reason: null,
    ...{ shift, sd, se, t },
    p: t === null ? null : 2 * tCdf(-Math.abs(t), n - 1),
    lower: shift - half,
    upper: shift + half,
    exact: moves.filter((move) => move === 0).length / n,
  };
}

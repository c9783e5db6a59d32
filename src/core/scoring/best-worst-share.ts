import { known, unknown, type Estimate } from '../kernel/estimate.ts';
import type { BestWorstPicks } from './best-worst-points.ts';

/**
 * Best and worst picks against the effectiveness of all options: (v_best − v_worst) / (max v − min v), −1 to +1. Null
 * where a pick is missing, unknown or the same as the other, and where the values do not spread.
 */
export function bestWorstShare(
  { best, worst }: BestWorstPicks<string>,
  values: Readonly<Record<string, number>>,
): Estimate<'invalid-response' | 'no-variance'> {
  const [high, low] = [valueOf(best, values), valueOf(worst, values)];
  if (high === null || low === null || best === worst) return unknown('invalid-response');
  const all = Object.values(values);
  const spread = Math.max(...all) - Math.min(...all);
  return spread > 0 ? known((high - low) / spread) : unknown('no-variance');
}

const valueOf = (option: string | null, values: Readonly<Record<string, number>>): number | null =>
  option !== null && Object.hasOwn(values, option) ? (values[option] ?? null) : null;

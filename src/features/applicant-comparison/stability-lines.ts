import { orderStability } from '../../core/psychometrics/order-stability.ts';
import type { Standing } from '../../core/scoring/standing.ts';
import type { Comparison } from './compare-applicants.ts';

const WITHIN = 10;

/**
 * How far the order of every two hangs on the weights, so that nobody needs to try weights until somebody wins. People
 * without a score on every criterion are left out.
 */
export function stabilityLines({ people, rubric }: Comparison): readonly string[] {
  const weights = rubric.criteria.map(({ weight }) => weight);
  const scored = people.flatMap(({ standing }) => {
    const scores = scoresOf(standing, rubric.criteria);
    return scores === null ? [] : [{ label: standing.label, scores }];
  });
  return scored.flatMap((left, index) =>
    scored.slice(index + 1).flatMap((right) => {
      const pair = { weights, first: left.scores, second: right.scores, within: WITHIN };
      const found = orderStability(pair);
      if (found.reason !== null) return [];
      const { above, below } = found;
      if (above === 0 && below === 0)
        return [`${left.label} and ${right.label} are level however they weigh.`];
      const [upper, lower] = above >= below ? [left, right] : [right, left];
      return [`${upper.label} is above ${lower.label} under ${shareWords(Math.max(above, below))}.`];
    }),
  );
}

function scoresOf(standing: Standing, criteria: Comparison['rubric']['criteria']): readonly number[] | null {
  const scores = criteria.flatMap(
    ({ id }) => standing.criteria.find(({ criterion }) => criterion === id)?.score.value ?? [],
  );
  return scores.length === criteria.length ? scores : null;
}

/** Rounded, but never to all or to none of them. */
function shareWords(share: number): string {
  if (share === 1) return 'every weighting';
  return `${Math.min(99, Math.max(1, Math.round(share * 100)))} % of weightings`;
}

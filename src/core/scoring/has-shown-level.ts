import type { CriterionId } from '../kernel/ids.ts';
import type { Standing } from './standing.ts';

/**
 * Whether somebody was given at least this level of a criterion on at least one prompt. A criterion has no band of its
 * own, so its mean must not cut anybody: one prompt on which it was shown keeps them.
 */
export function hasShownLevel(
  { criteria }: Pick<Standing, 'criteria'>,
  wanted: CriterionId,
  atLeast: number,
): boolean {
  const prompts = criteria.find(({ criterion }) => criterion === wanted)?.prompts ?? {};
  return Object.values(prompts).some(({ level }) => level !== null && level >= atLeast);
}

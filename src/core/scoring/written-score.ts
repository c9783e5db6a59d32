import type { Criterion } from '../rubric/rubric.ts';
import { LEAST_PROMPTS } from './criterion-score.ts';
import type { ColumnScore, CriterionStanding } from './standing.ts';

export interface WrittenInput {
  /** Criteria of the rubric version with their weights. */
  readonly criteria: readonly Pick<Criterion, 'id' | 'weight'>[];
  readonly standings: readonly CriterionStanding[];
}

interface WeightedInput extends Pick<WrittenInput, 'criteria'> {
  readonly standings: readonly Pick<CriterionStanding, 'criterion' | 'score'>[];
}

/**
 * Written: the criteria weighted by the rubric version, only where every criterion has a score and two thirds of the
 * prompts, never fewer than two, have levels. Weights add up to 100.
 */
export function writtenScore({ criteria, standings }: WrittenInput): ColumnScore {
  const waiting = criteria.some(({ id }) => scoreOf(id, standings).reason === 'waiting');
  if (waiting) return { value: null, reason: 'waiting' };
  const { asked, rated } = countPrompts(standings);
  if (asked === 0) return { value: null, reason: 'no-such-part' };
  if (rated < LEAST_PROMPTS || 3 * rated < 2 * asked) return { value: null, reason: 'too-few-prompts' };
  return weightedScore({ criteria, standings });
}

/** The criterion scores by their weights; the first reason where one of them has no score. */
export function weightedScore({ criteria, standings }: WeightedInput): ColumnScore {
  let weighted = 0;
  for (const { id, weight } of criteria) {
    const score = scoreOf(id, standings);
    if (score.value === null) return score;
    weighted += weight * score.value;
  }
  return { value: weighted / 100, reason: null };
}

function scoreOf(criterion: Criterion['id'], standings: WeightedInput['standings']): ColumnScore {
  const standing = standings.find((candidate) => candidate.criterion === criterion);
  if (standing === undefined) throw new Error(`criterion ${criterion} has no standing`);
  return standing.score;
}

/** Prompts of the form, and those that have a level on at least one criterion. */
function countPrompts(standings: readonly CriterionStanding[]): { asked: number; rated: number } {
  const asked = new Set<string>();
  const rated = new Set<string>();
  for (const [id, { level }] of standings.flatMap(({ prompts }) => Object.entries(prompts))) {
    asked.add(id);
    if (level !== null) rated.add(id);
  }
  return { asked: asked.size, rated: rated.size };
}

import type { CriterionId } from '../core/kernel/ids.ts';
import { mean } from '../core/psychometrics/mean.ts';
import type { Judgement } from '../core/rating/rating-task.ts';
import type { LevelNumber } from '../core/rubric/rubric.ts';
import { POPULATION } from './population.ts';
import type { Random } from './random.ts';

export interface RatedText {
  /** What the author of the text meant; null where it has no content. */
  readonly levels: Readonly<Record<CriterionId, LevelNumber>> | null;
  readonly criteria: readonly CriterionId[];
}

/**
 * What one rater makes of a text: its authored levels, drawn together by the halo, shifted by the rater's severity and
 * one impression of the whole, and noise on every criterion; rounded to the five levels.
 */
export function rateText({ levels, criteria }: RatedText, severity: number, random: Random): Judgement {
  const { criterionSd, impressionSd, halo, unratable } = POPULATION.rating;
  if (levels === null) return cannotRate('blank');
  if (random.chance(unratable)) return cannotRate('off-topic');
  const authored = criteria.map((criterion) => levels[criterion] ?? 3);
  const whole = mean(authored);
  const impression = impressionSd * random.normal() - severity;
  const given: Record<CriterionId, LevelNumber> = {};
  for (const [index, criterion] of criteria.entries()) {
    const level = authored[index] ?? whole;
    given[criterion] = toLevel(level + halo * (whole - level) + impression + criterionSd * random.normal());
  }
  return { levels: given, unratable: null, spans: [], reason: null };
}

const cannotRate = (unratable: 'blank' | 'off-topic'): Judgement => ({
  levels: {},
  unratable,
  spans: [],
  reason: null,
});

const toLevel = (value: number): LevelNumber => Math.min(5, Math.max(1, Math.round(value))) as LevelNumber;

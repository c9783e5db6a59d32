import type { Criterion } from '../rubric/rubric.ts';
import type { CriterionId, ItemId } from '../kernel/ids.ts';
import { criterionScore } from './criterion-score.ts';
import type { CriterionStanding } from './standing.ts';
import { writtenScore } from './written-score.ts';

/** By how much Written would change if one level had come out one step higher or lower; null where there is none. */
export interface OneLevelEffect {
  readonly criterion: CriterionId;
  readonly prompt: ItemId;
  readonly up: number | null;
  readonly down: number | null;
}

const HIGHEST = 5;
const LOWEST = 1;

/** Every level of one person moved up and down by one, with everything else as it is. None without a Written score. */
export function oneLevelEffects(
  criteria: readonly Pick<Criterion, 'id' | 'weight'>[],
  standings: readonly CriterionStanding[],
): readonly OneLevelEffect[] {
  const { value: now } = writtenScore({ criteria, standings });
  if (now === null) return [];
  const withLevel = (criterion: CriterionId, prompt: ItemId, level: number): number | null => {
    const moved = standings.map((standing) =>
      standing.criterion === criterion ? movedTo(standing, prompt, level) : standing,
    );
    const { value } = writtenScore({ criteria, standings: moved });
    return value === null ? null : value - now;
  };
  return standings.flatMap(({ criterion, prompts }) =>
    Object.entries(prompts).flatMap(([id, { level }]): readonly OneLevelEffect[] => {
      if (level === null) return [];
      const prompt = id as ItemId;
      return [
        {
          criterion,
          prompt,
          up: level < HIGHEST ? withLevel(criterion, prompt, Math.min(HIGHEST, level + 1)) : null,
          down: level > LOWEST ? withLevel(criterion, prompt, Math.max(LOWEST, level - 1)) : null,
        },
      ];
    }),
  );
}

function movedTo(standing: CriterionStanding, prompt: ItemId, level: number): CriterionStanding {
  const moved = { level, basis: 'mean', reason: null } as const;
  const prompts = { ...standing.prompts, [prompt]: moved };
  return { ...standing, prompts, score: criterionScore(Object.values(prompts)) };
}

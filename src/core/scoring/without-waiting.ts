import type { ColumnScore, CriterionStanding, PromptLevel, Standing } from './standing.ts';

type Columns = Pick<Standing, 'judgment' | 'written' | 'criteria'>;

/** The same columns where nothing waits for anybody any more, or yet: the reason takes the place of waiting. */
export function withoutWaiting(columns: Columns, reason: 'not-started' | 'stopped'): Columns {
  const settled = (score: ColumnScore): ColumnScore =>
    score.reason === 'waiting' ? { value: null, reason } : score;
  return {
    judgment: { ...columns.judgment, score: settled(columns.judgment.score) },
    written: settled(columns.written),
    criteria: columns.criteria.map((entry) => ({
      ...entry,
      score: settled(entry.score),
      prompts: reason === 'stopped' ? stoppedLevels(entry.prompts) : entry.prompts,
    })),
  };
}

function stoppedLevels(prompts: CriterionStanding['prompts']): CriterionStanding['prompts'] {
  const stopped = (level: PromptLevel): PromptLevel =>
    level.reason === 'waiting' ? { ...level, reason: 'stopped' } : level;
  return Object.fromEntries(Object.entries(prompts).map(([id, level]) => [id, stopped(level)]));
}

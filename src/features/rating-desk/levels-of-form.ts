import type { CriterionId } from '../../core/kernel/ids.ts';
import type { LevelNumber } from '../../core/rubric/rubric.ts';

const PREFIX = 'level-';

/** The levels of a posted form by criterion; nothing is checked yet, an empty one was not chosen. */
export function levelsOfForm(fields: Readonly<Record<string, string>>): Record<CriterionId, LevelNumber> {
  return Object.fromEntries(
    Object.entries(fields)
      .filter(([name, value]) => name.startsWith(PREFIX) && value !== '')
      .map(([name, value]) => [name.slice(PREFIX.length), Number(value) as LevelNumber]),
  );
}

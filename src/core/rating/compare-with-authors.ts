import type { CriterionId } from '../kernel/ids.ts';
import type { ExampleResponse, LevelNumber } from '../rubric/rubric.ts';

/** Own level and the authors' on one criterion of an example response, and the words that decided theirs. */
export interface PracticeResult {
  readonly criterion: CriterionId;
  readonly own: LevelNumber;
  readonly authors: LevelNumber;
  readonly apart: number;
  readonly cites: string;
  readonly because: string;
}

/**
 * Own levels beside the authors' levels of an example. It is practice: the authors agreed among themselves, not a panel,
 * so the difference certifies nobody. Input: a level for every criterion that the example has one for; throws otherwise.
 */
export function compareWithAuthors(
  example: ExampleResponse,
  own: Readonly<Record<string, LevelNumber | undefined>>,
): readonly PracticeResult[] {
  return Object.entries(example.levels).map(([criterion, { level: authors, cites, because }]) => {
    const given = own[criterion];
    if (given === undefined) throw new RangeError(`no level was given for ${criterion}`);
    return {
      criterion: criterion as CriterionId,
      own: given,
      authors,
      apart: Math.abs(given - authors),
      cites,
      because,
    };
  });
}

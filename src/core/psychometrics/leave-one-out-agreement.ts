import { mean } from './mean.ts';
import { pearson } from './pearson.ts';
import { isSoundTable } from './sound-data.ts';

/**
 * Agreement of each expert with the mean of the others: Pearson's r over the options both rated. Below .3 an expert is
 * looked at before the key is published. Input: a row an expert, a column an option, null for an option not rated.
 * Null for an expert alone, one whose ratings or whose others' means do not vary, and for rows that do not fit.
 */
export function leaveOneOutAgreement(
  ratings: readonly (readonly (number | null)[])[],
): readonly (number | null)[] {
  const sound = isSoundTable(ratings, 'ratings');
  return ratings.map((own, expert) => {
    const others = ratings.filter((_, other) => other !== expert);
    const pairs = own.flatMap((rating, option) => {
      const rest = others.flatMap((row) => row[option] ?? []);
      return rating === null || rest.length === 0 ? [] : [[rating, mean(rest)] as const];
    });
    return sound && pairs.length > 1
      ? pearson(
          pairs.map(([rating]) => rating),
          pairs.map(([, rest]) => rest),
        )
      : null;
  });
}

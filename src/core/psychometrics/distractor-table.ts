import { mean } from './mean.ts';
import { pearson } from './pearson.ts';

export interface OptionUse<Option> {
  readonly option: Option;
  readonly share: number;
  /** Mean rest score of those who chose it. */
  readonly meanRest: number;
  /** Point-biserial of choosing it with the rest score; null where nobody differs. */
  readonly withRest: number | null;
}

/**
 * How the options of one item were used, those that were chosen, in rising order: the share of all people, and how the
 * choosers do on the rest of the test. Flag a distractor with a positive correlation and a share of .05 or more, a key
 * below .15, an option never chosen. Input: one choice a person, null for none, and the rest scores.
 */
export function distractorTable<Option extends string | number>(
  choices: readonly (Option | null)[],
  rest: readonly number[],
): readonly OptionUse<Option>[] {
  const options = [...new Set(choices.filter((choice): choice is Option => choice !== null))];
  options.sort((a, b) => (a < b ? -1 : 1));
  return options.map((option) => {
    const chose = choices.map((choice) => Number(choice === option));
    return {
      option,
      share: mean(chose),
      meanRest: mean(rest.filter((_, person) => chose[person] === 1)),
      withRest: pearson(chose, rest),
    };
  });
}

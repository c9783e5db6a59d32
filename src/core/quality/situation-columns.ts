import type { JudgmentItem } from '../item/item.ts';
import type { ResponseValue } from '../item/response-value.ts';
import type { OptionId } from '../kernel/ids.ts';
import { bestOption } from './best-option.ts';

/** One person: what each situation gave, in the order of the items, and what was answered. */
export interface JudgedPerson {
  readonly raws: readonly number[];
  readonly values: readonly (ResponseValue | null)[];
}

/** Some people's answers as columns of numbers, one person after the other. */
export interface SituationColumns {
  readonly persons: number;
  readonly raws: Float64Array;
  /** Place of the option that was taken for the best; −1 for none. */
  readonly best: Int8Array;
  /** Ratings of the options of all situations in a row; 0 where an option was not rated. */
  readonly ratings: Uint8Array;
}

export function situationColumns(
  items: readonly JudgmentItem[],
  people: readonly JudgedPerson[],
): SituationColumns {
  return {
    persons: people.length,
    raws: Float64Array.from(people.flatMap(({ raws }) => raws)),
    best: Int8Array.from(
      people.flatMap(({ values }) =>
        items.map(({ options }, place) => {
          const best = bestOption(values[place] ?? null);
          return options.findIndex(({ id }) => id === best);
        }),
      ),
    ),
    ratings: Uint8Array.from(
      people.flatMap(({ values }) =>
        items.flatMap(({ options }, place) => options.map(({ id }) => ratingOf(values[place] ?? null, id))),
      ),
    ),
  };
}

const ratingOf = (value: ResponseValue | null, option: OptionId): number =>
  value?.kind === 'rate-options' ? (value.ratings[option] ?? 0) : 0;

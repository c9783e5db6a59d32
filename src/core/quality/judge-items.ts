import type { Key } from '../form/key.ts';
import type { JudgmentItem } from '../item/item.ts';
import type { ResponseValue } from '../item/response-value.ts';
import type { OptionId } from '../kernel/ids.ts';
import { distractorTable, type OptionUse } from '../psychometrics/distractor-table.ts';
import { itemStatistics, type ItemStatistics } from '../psychometrics/item-statistics.ts';
import { mean } from '../psychometrics/mean.ts';
import { sampleVariance } from '../psychometrics/sample-variance.ts';
import { sum } from '../psychometrics/sum.ts';
import { keyedItem } from '../scoring/keyed-item.ts';
import { bestOption } from './best-option.ts';
import {
  LEAST_ATTEMPTS_FOR_ITEMS,
  type ItemFlag,
  type ItemQuality,
  type OptionQuality,
} from './quality-report.ts';

/** One person: what each situation gave, in the order of the items, and what was answered. */
export interface JudgedPerson {
  readonly raws: readonly number[];
  readonly values: readonly (ResponseValue | null)[];
}

const LEAST_WITH_REST = 0.15;
const HARDEST = 0.1;
const EASIEST = 0.95;
const DRAWS = 0.05;
const FLAT_SD = 0.3;

/** Every situation against the rest of the test; null while too few people have answered all of them. */
export function judgeItems(
  items: readonly JudgmentItem[],
  key: Key,
  people: readonly JudgedPerson[],
): readonly ItemQuality[] | null {
  if (people.length < LEAST_ATTEMPTS_FOR_ITEMS) return null;
  const totals = people.map(({ raws }) => sum(raws));
  const statistics = itemStatistics(people.map(({ raws }) => raws));
  return items.flatMap((item, place) => {
    const own = statistics[place];
    if (own === undefined) return [];
    const rest = people.map(({ raws }, person) => (totals[person] ?? 0) - (raws[place] ?? 0));
    const values = people.map((person) => person.values[place] ?? null);
    const uses = distractorTable(values.map(bestOption), rest);
    const options = item.options.map(({ id }) => optionQuality(id, uses, values));
    const difficulty = shareOfBest(item, own.mean);
    return [
      {
        itemId: item.id,
        difficulty,
        sd: own.sd,
        withRest: own.withRest,
        alphaWithout: own.alphaWithout,
        options,
        flags: flagsOf(item, key, own, difficulty, options),
      },
    ];
  });
}

/** What a situation gives, on a scale that ends at 1. */
function shareOfBest({ kind }: JudgmentItem, raw: number): number {
  switch (kind) {
    case 'rate-options':
      return 1 + raw / 2;
    case 'best-worst':
      return (raw + 2) / 4;
    case 'rank-options':
      return (raw + 1) / 2;
    case 'pick-one':
      return raw;
  }
}

function optionQuality(
  optionId: OptionId,
  uses: readonly OptionUse<OptionId>[],
  values: readonly (ResponseValue | null)[],
): OptionQuality {
  const use = uses.find(({ option }) => option === optionId);
  const ratings = values.flatMap((value) =>
    value?.kind === 'rate-options' ? (value.ratings[optionId] ?? []) : [],
  );
  return {
    optionId,
    best: use?.share ?? 0,
    withRest: use?.withRest ?? null,
    rating: ratings.length < 2 ? null : { mean: mean(ratings), sd: Math.sqrt(sampleVariance(ratings)) },
  };
}

function flagsOf(
  item: JudgmentItem,
  key: Key,
  { withRest }: ItemStatistics,
  difficulty: number,
  options: readonly OptionQuality[],
): readonly ItemFlag[] {
  const { highest, lowest, valueOf, isDropped } = keyedItem(key, item.id);
  const isWeak = (option: OptionId) => !isDropped(option) && valueOf(option) < (highest + lowest) / 2;
  const draws = options.some(
    ({ optionId, best, withRest: own }) => isWeak(optionId) && best >= DRAWS && (own ?? 0) > 0,
  );
  // Agreement of shape has no bottom that chance would reach, so hard and easy are not said of it.
  const graded = item.kind !== 'rate-options';
  const flags: Readonly<Record<ItemFlag, boolean>> = {
    'separates-little': withRest === null || withRest < LEAST_WITH_REST,
    'too-easy': graded && difficulty > EASIEST,
    'too-hard': graded && difficulty < HARDEST,
    'weak-option-draws': draws,
    'option-flat': options.some(({ rating }) => rating !== null && rating.sd < FLAT_SD),
  };
  return (Object.keys(flags) as ItemFlag[]).filter((flag) => flags[flag]);
}

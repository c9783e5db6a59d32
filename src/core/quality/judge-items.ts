import type { Key } from '../form/key.ts';
import type { JudgmentItem } from '../item/item.ts';
import type { OptionId } from '../kernel/ids.ts';
import type { ItemStatistics } from '../psychometrics/tally-scale.ts';
import { keyedItem } from '../scoring/keyed-item.ts';
import {
  LEAST_ATTEMPTS_FOR_ITEMS,
  type ItemFlag,
  type ItemQuality,
  type OptionQuality,
} from './quality-report.ts';
import type { OptionFigures, SituationTally } from './tally-situations.ts';

const LEAST_WITH_REST = 0.15;
const HARDEST = 0.1;
const EASIEST = 0.95;
const DRAWS = 0.05;
const FLAT_SD = 0.3;

/** Every situation against the rest of the test; null while too few people have answered all of them. */
export function judgeItems(
  items: readonly JudgmentItem[],
  key: Key,
  tally: Pick<SituationTally, 'persons' | 'figures'>,
): readonly ItemQuality[] | null {
  const figures = tally.persons() < LEAST_ATTEMPTS_FOR_ITEMS ? null : tally.figures();
  if (figures === null) return null;
  return items.flatMap((item, place) => {
    const own = figures[place];
    return own === undefined ? [] : [judgeItem(item, key, own.statistics, own.options)];
  });
}

function judgeItem(
  item: JudgmentItem,
  key: Key,
  own: ItemStatistics,
  figures: readonly OptionFigures[],
): ItemQuality {
  const difficulty = shareOfBest(item, own.mean);
  const options = item.options.flatMap(({ id }, place) => {
    const known = figures[place];
    return known === undefined ? [] : [{ optionId: id, ...known }];
  });
  const { sd, withRest, alphaWithout } = own;
  const flags = flagsOf(item, key, own, difficulty, options);
  return { itemId: item.id, difficulty, sd, withRest, alphaWithout, options, flags };
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

import type { JudgmentItem } from '../item/item.ts';
import type { ItemId, OptionId } from '../kernel/ids.ts';
import { optionAgreement, type OptionAgreement } from './option-agreement.ts';
import type { OptionRatings } from './expert-panel.ts';

export type JudgedOption = OptionAgreement & { readonly optionId: OptionId };

/** Why a whole situation counts for nothing; null where it is kept. */
export type DropReason = 'outer-option-in-dispute' | 'option-in-dispute' | 'not-preferred' | 'no-difference';

export interface JudgedSituation {
  readonly itemId: ItemId;
  readonly options: readonly JudgedOption[];
  readonly dropped: DropReason | null;
}

/**
 * What a panel makes of one situation, by how it is answered: rated options are kept one by one, two at least; best and
 * worst need their two outer options agreed on and preferred; one pick and an order need every option agreed on.
 * Input: the ratings of each expert, of every option; two experts or more.
 */
export function judgeSituation(item: JudgmentItem, experts: readonly OptionRatings[]): JudgedSituation {
  const options = item.options.flatMap(({ id }): JudgedOption[] => {
    const agreement = optionAgreement(experts.flatMap((ratings) => ratings[id] ?? []));
    return agreement === null ? [] : [{ optionId: id, ...agreement }];
  });
  return { itemId: item.id, options, dropped: dropReason(item.kind, options, experts) };
}

function dropReason(
  kind: JudgmentItem['kind'],
  options: readonly JudgedOption[],
  experts: readonly OptionRatings[],
): DropReason | null {
  const kept = options.filter(({ verdict }) => verdict === 'kept');
  if (kind === 'rate-options') return kept.length < 2 ? 'option-in-dispute' : null;
  const means = options.map(({ mean }) => mean);
  const highest = Math.max(...means);
  const lowest = Math.min(...means);
  if (highest === lowest) return 'no-difference';
  const inDispute = options.filter(({ verdict }) => verdict !== 'kept');
  if (kind === 'best-worst') {
    if (inDispute.some(({ mean }) => mean === highest || mean === lowest)) return 'outer-option-in-dispute';
    const agreed = prefers(options, highest, experts, 'most') && prefers(options, lowest, experts, 'least');
    return agreed ? null : 'not-preferred';
  }
  if (inDispute.length > 0) return 'option-in-dispute';
  return kind === 'rank-options' || prefers(options, highest, experts, 'most') ? null : 'not-preferred';
}

/** Whether 60 % of the experts gave the keyed option, or one that shares its mean, their highest or lowest rating. */
function prefers(
  options: readonly JudgedOption[],
  keyed: number,
  experts: readonly OptionRatings[],
  which: 'most' | 'least',
): boolean {
  const keyedIds = options.filter(({ mean }) => mean === keyed).map(({ optionId }) => optionId);
  const agreeing = experts.filter((ratings) => {
    const given = options.flatMap(({ optionId }) => ratings[optionId] ?? []);
    const outer = which === 'most' ? Math.max(...given) : Math.min(...given);
    return keyedIds.some((id) => ratings[id] === outer);
  });
  return agreeing.length * 5 >= experts.length * 3;
}

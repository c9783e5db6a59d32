import { known, unknown, type Estimate } from '../kernel/estimate.ts';
import { isCount } from './is-count.ts';

/** How many of a group were selected. */
export interface Selection {
  readonly selected: number;
  readonly total: number;
}

export type ImpactRatio = Estimate<'no-selections' | 'highest-rate-zero' | 'invalid-response'>;

/**
 * Selection rate of a group over that of the reference group. Null where nobody was selected at all, where only the
 * reference has no selection, and for counts that are none (an empty group has no rate).
 */
export function impactRatio(focal: Selection, reference: Selection): ImpactRatio {
  if (!isSelection(focal) || !isSelection(reference)) return unknown('invalid-response');
  if (focal.selected === 0 && reference.selected === 0) return unknown('no-selections');
  if (reference.selected === 0) return unknown('highest-rate-zero');
  return known((focal.selected * reference.total) / (reference.selected * focal.total));
}

/** Whether the ratio is below four fifths (29 CFR 1607.4 D), in whole numbers: exactly four fifths is not below. */
export function violatesFourFifths(focal: Selection, reference: Selection): boolean {
  return (
    5n * BigInt(focal.selected) * BigInt(reference.total) <
    4n * BigInt(reference.selected) * BigInt(focal.total)
  );
}

/**
 * Whether a violation is still one after one more of the group and one fewer of the reference were selected (UGESP,
 * question 21): where it is not, the numbers are too small to find anything. Null where nobody could be moved.
 */
export function flipOne(
  focal: Selection,
  reference: Selection,
): { readonly ratio: ImpactRatio; readonly survives: boolean } | null {
  if (!isSelection(focal) || !isSelection(reference)) return null;
  if (focal.selected === focal.total || reference.selected === 0) return null;
  const flipped = [
    { ...focal, selected: focal.selected + 1 },
    { ...reference, selected: reference.selected - 1 },
  ] as const;
  return {
    ratio: impactRatio(...flipped),
    survives: violatesFourFifths(focal, reference) && violatesFourFifths(...flipped),
  };
}

/** Whole counts of a group with somebody in it. */
export function isSelection({ selected, total }: Selection): boolean {
  return isCount(selected) && isCount(total) && total > 0 && selected <= total;
}

import { isSelection, type Selection } from './impact-ratio.ts';
import { sum } from './sum.ts';

export interface Group extends Selection {
  readonly name: string;
}

interface GroupImpact {
  readonly name: string;
  readonly rate: number | null;
  /** Null for a group too small to compare, and where the highest rate is 0. */
  readonly ratio: number | null;
  readonly belowFourFifths: boolean | null;
}

export interface ImpactByGroup {
  /** The group with the highest rate among those large enough; null where there is none or nobody was selected. */
  readonly reference: string | null;
  readonly groups: readonly GroupImpact[];
}

export interface GroupFloor {
  /** Fewest people that a group is compared from. */
  readonly leastN: number;
  /** Smallest share of the pool, in hundredths. */
  readonly leastPercent: number;
}

/**
 * Impact ratios of several groups to the one with the highest selection rate (29 CFR 1607.4 D). Groups below the floor are
 * shown with their counts only and cannot be the reference. Rates are compared in whole numbers.
 */
export function impactByGroup(groups: readonly Group[], { leastN, leastPercent }: GroupFloor): ImpactByGroup {
  const pool = sum(groups.map(({ total }) => total));
  const isLarge = (group: Group) =>
    isSelection(group) && group.total >= leastN && 100 * group.total >= leastPercent * pool;
  const highest = groups.filter(isLarge).reduce<Group | null>(higher, null);
  const reference = highest === null || highest.selected === 0 ? null : highest;
  return {
    reference: reference?.name ?? null,
    groups: groups.map((group) => {
      const { name, selected, total } = group;
      const rate = isSelection(group) ? selected / total : null;
      if (reference === null || !isLarge(group)) return { name, rate, ratio: null, belowFourFifths: null };
      const [own, most] = [selected * reference.total, reference.selected * total];
      return { name, rate, ratio: own / most, belowFourFifths: 5 * own < 4 * most };
    }),
  };
}

const higher = (best: Group | null, group: Group): Group =>
  best === null || group.selected * best.total > best.selected * group.total ? group : best;

import { unknown } from '../kernel/estimate.ts';
import type { ApplicantId, ItemId } from '../kernel/ids.ts';
import { momentsDifference } from '../psychometrics/moments-difference.ts';
import { tallyGroupMoments } from '../psychometrics/tally-group-moments.ts';
import { tallyRatedStrata, type RatedStrataTally } from '../psychometrics/tally-rated-strata.ts';
import {
  LEAST_FOR_FUNCTIONING,
  LEAST_FOR_IMPACT,
  MOST_GROUPS,
  type ComparedGroup,
  type GroupComparison,
  type GroupLabels,
  type GroupPair,
} from './group-comparison.ts';

const LEVEL = 0.9;

/** Somebody with a score, and what each situation gave them; no situations for Written. */
export interface GroupedPerson {
  readonly applicantId: ApplicantId;
  readonly score: number;
  readonly parts: readonly (number | null)[];
}

export interface GroupTally {
  /** Counts those of a chunk who have a label. */
  readonly add: (people: readonly GroupedPerson[]) => void;
  /** Null where nobody has one. */
  readonly comparison: () => Pick<GroupComparison, 'groups' | 'pairs'> | null;
}

/** A group with its place in the tallies. */
type Placed = ComparedGroup & { readonly place: number };

/** How groups differ in a column, and in its situations where it has any, over people of any number. */
export function tallyGroups(labelOf: GroupLabels, situations: readonly ItemId[] | null): GroupTally {
  const labels = [...new Set(labelOf.values())].sort();
  if (labels.length > MOST_GROUPS) throw new RangeError(`at most ${MOST_GROUPS} groups are compared`);
  const placeOf = new Map(labels.map((label, place) => [label, place]));
  const moments = tallyGroupMoments(labels.length);
  const strata = situations === null ? null : tallyRatedStrata(situations.length, labels.length);

  function impactOf(reference: Placed, focal: Placed): GroupPair['impact'] {
    if (focal.n < LEAST_FOR_IMPACT) return unknown('insufficient-n');
    return momentsDifference(moments.momentsOf(focal.place), moments.momentsOf(reference.place), LEVEL);
  }

  return {
    add: (people) => {
      const known = people.flatMap((person) => {
        const label = labelOf.get(person.applicantId);
        return label === undefined ? [] : [{ ...person, place: placeOf.get(label) ?? NaN }];
      });
      const scores = Float64Array.from(known, ({ score }) => score);
      const places = Uint8Array.from(known, ({ place }) => place);
      moments.add(scores, places);
      strata?.add(
        Float64Array.from(known.flatMap(({ parts }) => parts.map((part) => part ?? NaN))),
        scores,
        places,
      );
    },
    comparison: () => {
      const groups = labels
        .map((label, place): Placed => {
          const complete = strata?.personsOf(place) ?? null;
          return { label, place, n: moments.momentsOf(place).n, complete };
        })
        .filter(({ n }) => n > 0)
        .sort((one, other) => other.n - one.n);
      if (groups.length === 0) return null;
      return {
        groups: groups.map(({ label, n, complete }) => ({ label, n, complete })),
        pairs: pairsOf(groups).map(([reference, focal]) => ({
          reference: reference.label,
          focal: focal.label,
          impact: impactOf(reference, focal),
          situations: strata === null ? null : functioningOf(strata, situations ?? [], reference, focal),
        })),
      };
    },
  };
}

const pairsOf = (groups: readonly Placed[]) =>
  groups.flatMap((reference, place) => groups.slice(place + 1).map((focal) => [reference, focal] as const));

function functioningOf(
  strata: RatedStrataTally,
  situations: readonly ItemId[],
  reference: Placed,
  focal: Placed,
): GroupPair['situations'] {
  const fewest = Math.min(reference.complete ?? 0, focal.complete ?? 0);
  if (fewest < LEAST_FOR_FUNCTIONING) return unknown('insufficient-n');
  return {
    reason: null,
    items: situations.map((itemId, item) => ({
      itemId,
      ...strata.functioningOf(item, reference.place, focal.place),
    })),
  };
}

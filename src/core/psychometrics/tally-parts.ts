import { known } from '../kernel/estimate.ts';
import { alphaOfTally, type Reliability } from './cronbach-alpha.ts';
import { sum } from './sum.ts';
import { tallyItems, type ItemTally } from './tally-items.ts';

export interface PartsTally {
  /**
   * Counts a chunk of persons: their parts one person after the other, one for each stratum given, and the score of each.
   * NaN marks a missing part; that person is left out.
   */
  readonly add: (parts: Float64Array, scores: ArrayLike<number>) => void;
  readonly stratifiedAlpha: () => Reliability;
  /** Mean of the scores of those who were counted; 0 for nobody. */
  readonly scoreMean: () => number;
  /** SD (n − 1) of the scores of those who were counted; 0 for fewer than two. */
  readonly scoreSd: () => number;
}

/**
 * Stratified alpha (Cronbach, Schönemann & McKie 1965) = 1 − Σ var_j (1 − α_j) / var_T over persons of any number, in one
 * pass and in constant memory; one stratum makes it plain alpha. A stratum of one part has no alpha of its own and counts
 * as 0, the careful side. Null as for alpha.
 */
export function tallyParts(strata: readonly string[]): PartsTally {
  const k = strata.length;
  const names = [...new Set(strata)];
  const whole = tallyItems(k);
  const scores = tallyItems(1);
  const places = names.map((name) => strata.flatMap((own, place) => (own === name ? [place] : [])));
  const byStratum = places.map((own) => tallyItems(own.length));

  return {
    add: (parts, given) => {
      const persons = completePersons(parts, k);
      whole.add(columnsOf(parts, k, persons, Array.from(strata.keys())));
      scores.add(Float64Array.from(persons, (person) => given[person] ?? NaN));
      if (names.length > 1)
        byStratum.forEach((tally, place) => {
          tally.add(columnsOf(parts, k, persons, places[place] ?? []));
        });
    },
    stratifiedAlpha: () => stratifiedAlphaOf(whole, names.length > 1 ? byStratum : []),
    scoreMean: () => scores.variances().means[0] ?? 0,
    scoreSd: () => Math.sqrt(scores.variances().total),
  };
}

function stratifiedAlphaOf(whole: ItemTally, strata: readonly ItemTally[]): Reliability {
  const plain = alphaOfTally(whole);
  if (plain.value === null || strata.length === 0) return plain;
  const { n, k } = plain;
  const unexplained = strata.map(
    (stratum) => stratum.variances().total * (1 - (alphaOfTally(stratum).value ?? 0)),
  );
  return { ...known(1 - sum(unexplained) / whole.variances().total), n, k };
}

function completePersons(parts: Float64Array, k: number): readonly number[] {
  const persons: number[] = [];
  for (let person = 0; k > 0 && (person + 1) * k <= parts.length; person += 1) {
    if (!parts.subarray(person * k, (person + 1) * k).some(Number.isNaN)) persons.push(person);
  }
  return persons;
}

/** Some parts of some persons, again one person after the other. */
function columnsOf(
  parts: Float64Array,
  k: number,
  persons: readonly number[],
  places: readonly number[],
): Float64Array {
  const cells = new Float64Array(persons.length * places.length);
  persons.forEach((person, row) => {
    places.forEach((place, column) => {
      cells[row * places.length + column] = parts[person * k + place] ?? NaN;
    });
  });
  return cells;
}

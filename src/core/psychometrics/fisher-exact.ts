import { hypergeometricProbability } from './hypergeometric-probability.ts';
import { isSelection, type Selection } from './impact-ratio.ts';
import { sum } from './sum.ts';

/** Two tables count as equally likely within this relative difference. */
const ALIKE = 1e-7;
/** What a table is worth beside the likeliest of its tail when it is left out. */
const NOTHING = 1e-20;

/**
 * Fisher's exact test (1935) of two selection rates, two-sided: the sum of the probabilities of all tables with the same
 * margins that are at most as likely as the one seen; `mid` counts tables exactly as likely by half. Null for counts
 * that are none.
 */
export function fisherExact(
  focal: Selection,
  reference: Selection,
): { readonly p: number; readonly mid: number } | null {
  if (!isSelection(focal) || !isSelection(reference)) return null;
  const drawn = focal.selected + reference.selected;
  const urn = { white: focal.total, black: reference.total, drawn };
  const chance = (x: number) => hypergeometricProbability(x, urn);
  const seen = chance(focal.selected);
  const rare = (x: number) => chance(x) <= seen * (1 + ALIKE);
  const least = Math.max(0, drawn - reference.total);
  const most = Math.min(focal.total, drawn);
  const mode = Math.floor(((drawn + 1) * (focal.total + 1)) / (focal.total + reference.total + 2));
  // Probabilities rise up to the mode and fall after it: only the tails are added up, however large the counts.
  const low = lastWhere(rare, least, mode);
  const high = 1 + lastWhere((x) => !rare(x), Math.max(mode, low + 1), most);
  const tails = [...tail(chance, low, least), ...tail(chance, high, most)];
  const alike = sum(tails.filter((own) => Math.abs(own - seen) <= ALIKE * seen));
  const rarer = sum(tails.filter((own) => own < seen * (1 - ALIKE)));
  return { p: Math.min(1, rarer + alike), mid: Math.min(1, rarer + alike / 2) };
}

/** The last place from `from` to `to` where something holds that holds up to there and not after; `from` − 1 for none. */
function lastWhere(holds: (x: number) => boolean, from: number, to: number): number {
  let [known, last] = [from - 1, to];
  while (known < last) {
    const middle = Math.ceil((known + last) / 2);
    if (holds(middle)) known = middle;
    else last = middle - 1;
  }
  return known;
}

/** Probabilities outwards from one place, until they add nothing. */
function tail(chance: (x: number) => number, from: number, end: number): readonly number[] {
  const found: number[] = [];
  const step = from <= end ? 1 : -1;
  for (let x = from; step * (end - x) >= 0; x += step) {
    const own = chance(x);
    if (own <= (found[0] ?? 0) * NOTHING) break;
    found.push(own);
  }
  return found;
}

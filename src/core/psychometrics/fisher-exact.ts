import { hypergeometricProbability } from './hypergeometric-probability.ts';
import { isSelection, type Selection } from './impact-ratio.ts';
import { sum } from './sum.ts';

/** Two tables count as equally likely within this relative difference. */
const ALIKE = 1e-7;

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
  const seen = hypergeometricProbability(focal.selected, urn);
  const least = Math.max(0, drawn - reference.total);
  const most = Math.min(focal.total, drawn);
  const all = Array.from({ length: most - least + 1 }, (_, x) => hypergeometricProbability(least + x, urn));
  const alike = sum(all.filter((own) => Math.abs(own - seen) <= ALIKE * seen));
  const rarer = sum(all.filter((own) => own < seen * (1 - ALIKE)));
  return { p: Math.min(1, rarer + alike), mid: Math.min(1, rarer + alike / 2) };
}

import { unknown, type NoFigureReason } from '../kernel/estimate.ts';
import { chiSquareUpperTail } from './chi-square-upper-tail.ts';
import { isSelection, type Selection } from './impact-ratio.ts';
import { sum } from './sum.ts';

/**
 * Pearson's chi-square that all groups have one selection rate: Σ (selected − n P)² / (n P (1 − P)), P of all together,
 * one degree of freedom fewer than groups. Null for one group, and where nobody or everybody was selected.
 */
export function selectionChiSquare(
  groups: readonly Selection[],
):
  | { readonly reason: null; readonly value: number; readonly df: number; readonly p: number }
  | { readonly value: null; readonly reason: NoFigureReason } {
  if (groups.length < 2) return unknown('insufficient-n');
  if (!groups.every(isSelection)) return unknown('invalid-response');
  const pooled = sum(groups.map(({ selected }) => selected)) / sum(groups.map(({ total }) => total));
  if (pooled === 0) return unknown('no-selections');
  if (pooled === 1) return unknown('no-variance');
  const value = sum(
    groups.map(({ selected, total }) => (selected - total * pooled) ** 2 / (total * pooled * (1 - pooled))),
  );
  const df = groups.length - 1;
  return { reason: null, value, df, p: chiSquareUpperTail(value, df) };
}

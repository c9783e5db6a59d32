/** A figure, or null with the reason why there is none. Never NaN, never a guess. */
export type Estimate<Reason extends string> =
  { readonly value: number; readonly reason: null } | { readonly value: null; readonly reason: Reason };

/** A known figure. */
export const known = (value: number): { readonly value: number; readonly reason: null } => ({
  value,
  reason: null,
});

/** No figure, because of `reason`. */
export const unknown = <Reason extends string>(
  reason: Reason,
): { readonly value: null; readonly reason: Reason } => ({ value: null, reason });

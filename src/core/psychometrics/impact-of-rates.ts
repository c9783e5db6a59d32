export interface ImpactOfRates {
  readonly reference: string | null;
  readonly ratios: Readonly<Record<string, number | null>>;
  readonly belowFourFifths: Readonly<Record<string, boolean | null>>;
}

/** Rates are decimals, so a ratio this near four fifths is four fifths. */
const NEAR = 1e-9;

/** Impact ratios where only rates are known, not counts. Ratios are null where every rate is 0 or a rate is none. */
export function impactOfRates(rates: Readonly<Record<string, number>>): ImpactOfRates {
  const groups = Object.entries(rates);
  const sound = groups.every(([, rate]) => rate >= 0 && rate <= 1);
  const highest = Math.max(0, ...groups.map(([, rate]) => rate));
  const usable = sound && highest > 0;
  return {
    reference: usable ? (groups.find(([, rate]) => rate === highest)?.[0] ?? null) : null,
    ratios: Object.fromEntries(groups.map(([name, rate]) => [name, usable ? rate / highest : null])),
    belowFourFifths: Object.fromEntries(
      groups.map(([name, rate]) => [name, usable ? rate / highest < 0.8 - NEAR : null]),
    ),
  };
}

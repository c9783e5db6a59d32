import type { CrossedComponents } from './crossed-components.ts';

export interface Generalizability {
  /** Relative: how people compare. Null where nothing varies. */
  readonly g: number | null;
  /** Absolute (Φ): also how severe the raters are. */
  readonly phi: number | null;
}

/**
 * D-study of a crossed design for k raters: G = σ²_p / (σ²_p + σ²_e / k), Φ adds σ²_r / k to the error. With the raters
 * of the G-study these are ICC(3,k) and ICC(2,k).
 */
export function generalizability(
  { person, rater, residual }: CrossedComponents,
  raters: number,
): Generalizability {
  if (!(raters >= 1)) throw new RangeError('a D-study needs one rater or more');
  return {
    g: shareOf(person, residual / raters),
    phi: shareOf(person, (rater + residual) / raters),
  };
}

/** σ²_p / (σ²_p + σ²_error); null where both are nothing. */
export function shareOf(person: number, error: number): number | null {
  const observed = person + error;
  return observed > 1e-12 ? person / observed : null;
}

import { leaveOneOutAgreement } from '../psychometrics/leave-one-out-agreement.ts';
import { mean } from '../psychometrics/mean.ts';

/** Below this correlation with the others somebody looks at an expert's ratings. */
const LEAST_WITH_OTHERS = 0.3;
const FAR_ABOVE = 1;

export interface ExpertAgreement {
  /** Correlation with the mean of the others over the options; null where it cannot be computed. */
  readonly withOthers: number | null;
  /** How much higher this expert rates than the others on average. */
  readonly higher: number;
  readonly flags: readonly ('apart-from-others' | 'rates-all-alike' | 'rates-higher' | 'rates-lower')[];
}

/**
 * How each expert agrees with the mean of the others; a flag is for a person to look at and drops nobody. Input: a row
 * an expert, a column an option, without gaps; two experts or more.
 */
export function expertAgreement(rows: readonly (readonly number[])[]): readonly ExpertAgreement[] {
  const withOthers = leaveOneOutAgreement(rows);
  return rows.map((own, place) => {
    const others = rows.filter((_, other) => other !== place);
    const higher = others.length === 0 ? 0 : mean(own) - mean(others.flat());
    const r = withOthers[place] ?? null;
    return { withOthers: r, higher, flags: flagsOf(own, r, higher) };
  });
}

function flagsOf(own: readonly number[], r: number | null, higher: number): ExpertAgreement['flags'] {
  const alike = own.every((rating) => rating === own[0]);
  const flags = {
    'rates-all-alike': alike,
    'apart-from-others': r !== null && r < LEAST_WITH_OTHERS,
    'rates-higher': higher >= FAR_ABOVE,
    'rates-lower': higher <= -FAR_ABOVE,
  };
  return (Object.keys(flags) as (keyof typeof flags)[]).filter((flag) => flags[flag]);
}

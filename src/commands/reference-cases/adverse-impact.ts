import { z } from 'zod';
import { fisherExact } from '../../core/psychometrics/fisher-exact.ts';
import { impactByGroup } from '../../core/psychometrics/impact-by-group.ts';
import { impactOfRates } from '../../core/psychometrics/impact-of-rates.ts';
import {
  flipOne,
  impactRatio,
  violatesFourFifths,
  type Selection,
} from '../../core/psychometrics/impact-ratio.ts';
import { mantelHaenszel } from '../../core/psychometrics/mantel-haenszel.ts';
import { meanDifference } from '../../core/psychometrics/mean-difference.ts';
import { normalQuantile } from '../../core/psychometrics/normal-quantile.ts';
import { selectionChiSquare } from '../../core/psychometrics/selection-chi-square.ts';
import { selectionDifference } from '../../core/psychometrics/selection-difference.ts';
import { sweepCutScores } from '../../core/psychometrics/sweep-cut-scores.ts';
import { statistic, without, type Output, type Statistic } from './statistic.ts';

const n = z.number();
const list = z.array(n);
const counts = { focal_selected: n, focal_total: n, reference_selected: n, reference_total: n };
const stratum = z.object({
  focal_selected: n,
  focal_rejected: n,
  reference_selected: n,
  reference_rejected: n,
});

const spelt = (reason: string) => reason.replaceAll('-', '_');

/** Everything about two groups; a case names the part that it expects. */
function twoGroups(focal: Selection, reference: Selection): Output {
  const ratio = impactRatio(focal, reference);
  const difference = selectionDifference(focal, reference);
  const exact = fisherExact(focal, reference);
  if (difference === null || exact === null) return without('invalid-response');
  return {
    rate_focal: difference.focalRate,
    rate_reference: difference.referenceRate,
    impact_ratio: ratio.value,
    four_fifths_violated: violatesFourFifths(focal, reference),
    z: difference.z,
    p_z: difference.p,
    chi2: difference.chiSquare,
    p_chi2_yates: difference.correctedP,
    p_fisher: exact.p,
    p_fisher_mid: exact.mid,
    odds_ratio: difference.oddsRatio,
    ln_ir_se: difference.logRatioSe,
    ir_lower: difference.ratio?.lower ?? null,
    ir_upper: difference.ratio?.upper ?? null,
    h: difference.h,
    shortfall: difference.shortfall,
    ...(ratio.reason === null ? {} : { reason: spelt(ratio.reason) }),
  };
}

const part = (names: readonly string[] | null) =>
  statistic(counts, (input) => {
    const whole = twoGroups(...groupsOf(input));
    if (names === null || 'value' in whole) return whole;
    return Object.fromEntries(Object.entries(whole).filter(([name]) => names.includes(name)));
  });

const groupsOf = (input: z.output<z.ZodObject<typeof counts>>): readonly [Selection, Selection] => [
  { selected: input.focal_selected, total: input.focal_total },
  { selected: input.reference_selected, total: input.reference_total },
];
const whole = part(null);

/** Whether a selection falls on one group harder than on another. */
export const adverseImpact: Readonly<Record<string, Statistic>> = {
  'adverse.ugesp_q12': whole,
  'adverse.ugesp_q21': whole,
  'adverse.large_n_small_gap': whole,
  'adverse.audit_ai_1': whole,
  'adverse.all_reference': whole,
  'adverse.focal_zero': part([
    'impact_ratio',
    'four_fifths_violated',
    'z',
    'p_fisher',
    'ir_lower',
    'ir_upper',
  ]),
  'adverse.nobody_selected': part(['impact_ratio', 'z', 'p_fisher', 'reason']),
  'adverse.everybody_selected': part(['impact_ratio', 'four_fifths_violated', 'z', 'p_fisher']),
  'adverse.exact_four_fifths': part(['impact_ratio', 'four_fifths_violated']),
  'adverse.one_person_flip': statistic(counts, (input) => {
    const [focal, reference] = groupsOf(input);
    const { value, reason } = impactRatio(focal, reference);
    if (reason === 'invalid-response') return without(reason);
    const flipped = flipOne(focal, reference);
    return {
      impact_ratio: value,
      four_fifths_violated: violatesFourFifths(focal, reference),
      after_flip_ratio: flipped?.ratio.value ?? null,
      violation_survives: flipped?.survives ?? null,
    };
  }),
  'adverse.ugesp_q11': statistic({ rates: z.record(z.string(), n) }, ({ rates }) => {
    const found = impactOfRates(rates);
    return { reference: found.reference, ratios: found.ratios, four_fifths_violated: found.belowFourFifths };
  }),
  'adverse.multi_group': statistic(
    { groups: z.array(z.object({ name: z.string(), selected: n, total: n })), min_n: n },
    ({ groups, min_n }) => {
      const found = impactByGroup(groups, { leastN: min_n, leastPercent: 0 });
      const ratios = found.groups.map(({ name, ratio }) => [name, ratio]);
      return { reference: found.reference, ratios: Object.fromEntries(ratios) as Output };
    },
  ),
  'adverse.mh_jobs': statistic({ strata: z.array(stratum) }, ({ strata }) => {
    const found = mantelHaenszel(
      strata.map((own) => [
        own.focal_selected,
        own.focal_rejected,
        own.reference_selected,
        own.reference_rejected,
      ]),
    );
    if (found.reason !== null) return without(found.reason);
    const factor = found.logSe === null ? null : Math.exp(normalQuantile(0.975) * found.logSe);
    return {
      odds_ratio: found.oddsRatio,
      chi2: found.chiSquare,
      p: found.p,
      chi2_cc: found.correctedChiSquare,
      p_cc: found.correctedP,
      lower: factor && found.oddsRatio / factor,
      upper: factor && found.oddsRatio * factor,
    };
  }),
  'adverse.d': statistic({ focal: list, reference: list }, ({ focal, reference }) => {
    const found = meanDifference(focal, reference);
    if (found.reason !== null) return without(found.reason);
    const { d, g, gApproximate, lower, upper, t, df, p } = found;
    return { d, g_exact: g, g_approx: gApproximate, lower, upper, t, df, p };
  }),
  'adverse.d_no_variance': statistic({ focal: list, reference: list }, ({ focal, reference }) => {
    const found = meanDifference(focal, reference);
    return found.reason === null ? { value: found.d, reason: null } : without(found.reason);
  }),
  'adverse.cut_score_sweep': statistic({ focal: list, reference: list, cuts: list }, (input) => {
    const found = sweepCutScores(input.focal, input.reference, input.cuts);
    if (found === null) return without('invalid-response');
    return {
      focal_rate: found.map(({ focalRate }) => focalRate),
      reference_rate: found.map(({ referenceRate }) => referenceRate),
      ratio: found.map(({ ratio }) => ratio),
    };
  }),
  'adverse.four_groups': statistic({ selected: list, total: list }, ({ selected, total }) => {
    if (selected.length !== total.length) return without('invalid-response');
    const groups = selected.map((own, place) => ({
      name: `${place}`,
      selected: own,
      total: total[place] ?? NaN,
    }));
    const found = selectionChiSquare(groups);
    if (found.reason !== null) return without(found.reason);
    const ratios = impactByGroup(groups, { leastN: 1, leastPercent: 0 }).groups.map(
      ({ ratio }) => ratio ?? 1,
    );
    return { ratio_low_high: Math.min(...ratios), chi2: found.value, df: found.df, p: found.p };
  }),
};

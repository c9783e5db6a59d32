import { z } from 'zod';
import { contentValidityRatio } from '../../core/psychometrics/content-validity-ratio.ts';
import { leaveOneOutAgreement } from '../../core/psychometrics/leave-one-out-agreement.ts';
import { mean } from '../../core/psychometrics/mean.ts';
import { sampleVariance } from '../../core/psychometrics/sample-variance.ts';
import { evenSpreadVariance, withinGroupAgreement } from '../../core/psychometrics/within-group-agreement.ts';
import { statistic, without, type Statistic } from './statistic.ts';

const n = z.number();
const given = { ratings: z.array(n), A: n };

/** How far a panel of experts agrees before its key is published. */
export const expertKeys: Readonly<Record<string, Statistic>> = {
  'key.rwg': statistic(given, ({ ratings, A }) => {
    const rwg = withinGroupAgreement(ratings, A);
    if (rwg.value === null) return without(rwg.reason);
    return {
      mean: mean(ratings),
      sd: Math.sqrt(sampleVariance(ratings)),
      sigma2_eu: evenSpreadVariance(A),
      rwg: rwg.value,
    };
  }),
  'key.rwg_negative': statistic(given, ({ ratings, A }) => {
    const rwg = withinGroupAgreement(ratings, A);
    if (rwg.value === null) return without(rwg.reason);
    return { rwg_raw: rwg.value, rwg_reported: Math.max(0, rwg.value) };
  }),
  'key.lawshe_cvr': statistic({ n_essential: n, n_panel: n }, ({ n_essential, n_panel }) => {
    const cvr = contentValidityRatio(n_essential, n_panel);
    return cvr === null ? without('invalid-response') : { cvr };
  }),
  'key.loo_key_reliability': statistic({ ratings: z.array(z.array(n.nullable())) }, ({ ratings }) =>
    ratings.length < 2 ? without('fewer-than-two-raters') : { r: leaveOneOutAgreement(ratings) },
  ),
};

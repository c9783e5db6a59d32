import { z } from 'zod';
import { chainedLinking, tuckerMoments, type AnchoredForm } from '../../core/psychometrics/anchor-linking.ts';
import { linearEquating } from '../../core/psychometrics/linear-equating.ts';
import { pairedShift } from '../../core/psychometrics/paired-shift.ts';
import { normConstants } from '../../core/psychometrics/t-score.ts';
import { statistic, without, type Statistic } from './statistic.ts';

const n = z.number();
const list = z.array(n);
const marks = z.array(n.nullable());
const form = z
  .object({ n, mean_total: n, mean_anchor: n, var_total: n, var_anchor: n, cov: n })
  .transform((given): AnchoredForm => ({
    meanTotal: given.mean_total,
    meanAnchor: given.mean_anchor,
    varTotal: given.var_total,
    varAnchor: given.var_anchor,
    covariance: given.cov,
  }));

const tucker = (x: AnchoredForm, y: AnchoredForm, weight: number) => {
  const moments = tuckerMoments(x, y, weight);
  const line = moments && linearEquating(moments.x, moments.y);
  return moments === null || line === null ? null : { ...moments, line };
};

/** Scores of two forms or versions on one scale. */
export const links: Readonly<Record<string, Statistic>> = {
  'link.mean_linear': statistic({ x: list, y: list, scores: list }, ({ x, y, scores }) => {
    const [ofX, ofY] = [normConstants(x), normConstants(y)];
    const line = ofX && ofY && linearEquating(ofX, ofY);
    if (ofX === null || ofY === null || line === null) return without('no-variance');
    return {
      mean_equated: scores.map((score) => score + ofY.mean - ofX.mean),
      ...line,
      linear_equated: scores.map((score) => line.slope * score + line.intercept),
    };
  }),
  'link.tucker_kb': statistic({ form_x: form, form_y: form }, ({ form_x, form_y }) => {
    const [whole, half] = [tucker(form_x, form_y, 1), tucker(form_x, form_y, 0.5)];
    const chained = chainedLinking(form_x, form_y);
    if (whole === null || half === null || chained === null) return without('no-variance');
    return {
      w1_1: {
        mean_x_s: whole.x.mean,
        mean_y_s: whole.y.mean,
        var_x_s: whole.x.sd ** 2,
        var_y_s: whole.y.sd ** 2,
        ...whole.line,
      },
      w1_half: half.line,
      chained,
    };
  }),
  'link.weighted_anchor_rescore': statistic({ v1: marks, v2: marks }, ({ v1, v2 }) => {
    const moved = pairedShift(v1, v2);
    if (moved.reason !== null) return without(moved.reason);
    const { shift, sd, se, t, p, lower, upper, exact } = moved;
    return { mean_shift: shift, sd, se, t, p, lower, upper, exact };
  }),
};

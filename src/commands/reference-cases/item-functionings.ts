import { z } from 'zod';
import {
  classBySize,
  etsClass,
  itemFunctioning,
  standardisedDif,
} from '../../core/psychometrics/item-functioning.ts';
import { logisticDif } from '../../core/psychometrics/logistic-dif.ts';
import type { TwoByTwo } from '../../core/psychometrics/mantel-haenszel.ts';
import { normalQuantile } from '../../core/psychometrics/normal-quantile.ts';
import { ratedItemFunctioning } from '../../core/psychometrics/rated-item-functioning.ts';
import { tallyItemStrata } from '../../core/psychometrics/tally-item-strata.ts';
import { statistic, without, type Output, type Statistic } from './statistic.ts';

const n = z.number();
const list = z.array(n);
const cells = z.tuple([n, n, n, n]);
/** A first entry beside the four counts names the stratum. */
const stratum = z.union([
  cells.transform(([a, b, c, d]): TwoByTwo => [a, b, c, d]),
  z.tuple([z.union([n, z.string()]), n, n, n, n]).transform(([, a, b, c, d]): TwoByTwo => [a, b, c, d]),
]);
const strata = z.array(stratum);
type Found = Extract<ReturnType<typeof itemFunctioning>, { reason: null }>;

const ofStrata = (run: (found: Found) => Output) =>
  statistic({ strata }, (input) => {
    const found = itemFunctioning(input.strata);
    return found.reason === null ? run(found) : without(found.reason);
  });

const oddsRatio = ({ test, delta }: Found) => ({
  alpha_mh: test.oddsRatio,
  ln_alpha_se: test.logSe,
  delta,
  chi2_cc: test.correctedChiSquare,
  p_cc: test.correctedP,
  chi2: test.chiSquare,
});
const verbal = ofStrata((found) => ({
  ...oddsRatio(found),
  delta_se: found.deltaSe,
  p_delta_gt_1: found.pAboveOne,
  ets_class: found.class,
  magnitude_only_class: classBySize(found.delta),
}));

/** Whether an item is harder for one group than for another of the same ability. */
export const itemFunctionings: Readonly<Record<string, Statistic>> = {
  'dif.mh_verbal_S2WantShout': verbal,
  'dif.mh_verbal_S2DoCurse': verbal,
  'dif.mh_verbal_S2WantCurse': verbal,
  'dif.mh_verbal_S3WantCurse': verbal,
  'dif.mh_verbal_S4WantShout': verbal,
  'dif.mh_ucb': ofStrata((found) => {
    const factor = Math.exp(normalQuantile(0.975) * (found.test.logSe ?? NaN));
    const { oddsRatio: ratio } = found.test;
    return { ...oddsRatio(found), or_lower: ratio / factor, or_upper: ratio * factor };
  }),
  'dif.ets_rule': statistic({ rows: z.array(z.object({ delta: n, se: n, p: n })) }, ({ rows }) => ({
    class: rows.map(({ delta, se, p }) => etsClass(delta, se, p)),
  })),
  'dif.no_overlap': ofStrata((found) => ({ value: found.test.oddsRatio, reason: null })),
  'dif.zero_denominator': statistic({ strata }, (input) => {
    const found = itemFunctioning(input.strata);
    if (found.reason === null) return { alpha_mh: found.test.oddsRatio, delta: found.delta, reason: null };
    return { alpha_mh: null, delta: null, reason: without(found.reason)['reason'] };
  }),
  'dif.raw_pipeline': statistic({ responses: z.array(z.array(n)), group: list }, (input) =>
    pipeline(input.responses, input.group),
  ),
  'dif.std_pdif': statistic({ strata }, (input) => {
    const { value, reason } = standardisedDif(input.strata);
    return reason === null ? { std_p_dif: value } : without(reason);
  }),
  'dif.mantel_polytomous': statistic(
    { strata: z.array(z.object({ reference: list, focal: list })), scores: list, sd_item: n },
    (input) => {
      const found = ratedItemFunctioning(input.strata, input.scores, input.sd_item);
      if (found.reason !== null) return without(found.reason);
      return {
        chi2: found.chiSquare,
        p: found.p,
        smd: found.difference,
        smd_over_sd: found.relative,
        sd_item: input.sd_item,
        class: found.class,
      };
    },
  ),
  'dif.logistic': statistic({ y: list, score: list, group: list }, ({ y, score, group }) => {
    const found = logisticDif(y, score, group);
    if (found.reason !== null) return without(found.reason);
    return {
      beta_group_uniform: found.groupEffect,
      lr_uniform: found.uniform,
      lr_nonuniform: found.nonUniform,
      p_uniform: found.uniformP,
      r2_change: found.rSquaredChange,
    };
  }),
};

function pipeline(responses: readonly (readonly number[])[], group: readonly number[]): Output {
  const k = responses[0]?.length ?? 0;
  const isBinary = (value: number) => value === 0 || value === 1;
  if (responses.some((row) => row.length !== k || !row.every(isBinary)) || !group.every(isBinary))
    return without('invalid-response');
  if (group.length !== responses.length) return without('invalid-response');
  const tally = tallyItemStrata(k);
  tally.add(responses.flat(), group);
  const found = Array.from({ length: k }, (_, item) => itemFunctioning(tally.strataOf(item)));
  const each = (of: (one: Found) => unknown) => found.map((one) => (one.reason === null ? of(one) : null));
  return {
    alpha_mh: each(({ test }) => test.oddsRatio),
    delta: each(({ delta }) => delta),
    delta_se: each(({ deltaSe }) => deltaSe),
    chi2_cc: each(({ test }) => test.correctedChiSquare),
    p_cc: each(({ test }) => test.correctedP),
    ets_class: each((one) => one.class),
  };
}

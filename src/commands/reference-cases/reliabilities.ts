import { z } from 'zod';
import { alphaOfCovariances, meanCorrelation } from '../../core/psychometrics/alpha-of-covariances.ts';
import { correlationMatrix, covarianceMatrix } from '../../core/psychometrics/covariance-matrix.ts';
import { cronbachAlpha } from '../../core/psychometrics/cronbach-alpha.ts';
import { crossedComponents } from '../../core/psychometrics/crossed-components.ts';
import { feldtInterval } from '../../core/psychometrics/feldt-interval.ts';
import { generalizability } from '../../core/psychometrics/generalizability.ts';
import { guttmanLambda6 } from '../../core/psychometrics/guttman-lambda6.ts';
import { itemStatistics } from '../../core/psychometrics/item-statistics.ts';
import { kr20 } from '../../core/psychometrics/kr20.ts';
import { pearson } from '../../core/psychometrics/pearson.ts';
import { lengthForReliability, spearmanBrown } from '../../core/psychometrics/spearman-brown.ts';
import { stratifiedAlpha } from '../../core/psychometrics/stratified-alpha.ts';
import { statistic, without, type Output, type Statistic } from './statistic.ts';

const n = z.number();
const matrix = z.array(z.array(n));
const data = z.array(z.array(n.nullable()));
const LEVEL = 0.95;

type Rows = readonly (readonly number[])[];
type Alpha = Extract<ReturnType<typeof cronbachAlpha>, { reason: null }>;

const completeRows = (table: z.output<typeof data>): Rows =>
  table.filter((row): row is number[] => row.every((value) => value !== null));

/** A statistic beside alpha, over the complete rows: alpha's reason where alpha does not exist. */
function onAlpha(table: z.output<typeof data>, run: (alpha: Alpha, rows: Rows) => Output): Output {
  const alpha = cronbachAlpha(table);
  return alpha.value === null ? without(alpha.reason) : run(alpha, completeRows(table));
}

const interval = ({ value, n: persons, k }: Alpha) => feldtInterval(value, persons, k, LEVEL);
const ofData = (run: (alpha: Alpha, rows: Rows) => Output) =>
  statistic({ data }, (input) => onAlpha(input.data, run));
const plain = ofData((alpha) => ({ alpha: alpha.value, ...interval(alpha) }));
const undefinedAlpha = ofData((alpha) => ({ value: alpha.value, reason: null }));

const correlations = (rows: Rows) => {
  const covariances = covarianceMatrix(rows);
  return covariances === null ? null : correlationMatrix(covariances);
};

/** Internal consistency. */
export const reliabilities: Readonly<Record<string, Statistic>> = {
  'alpha.attitude': ofData((alpha, rows) => {
    const cor = correlations(rows);
    return {
      alpha: alpha.value,
      alpha_std: cor && alphaOfCovariances(cor).value,
      lambda6: cor && guttmanLambda6(cor).value,
      mean_r: cor && meanCorrelation(cor),
      ...interval(alpha),
    };
  }),
  'alpha.attitude_items': statistic({ data, items: z.array(z.string()) }, (input) =>
    onAlpha(input.data, (_, rows) => {
      const items = itemStatistics(rows);
      return {
        r_drop: items.map(({ withRest }) => withRest),
        alpha_if_deleted: items.map(({ alphaWithout }) => alphaWithout),
        mean: items.map((item) => item.mean),
        sd: items.map(({ sd }) => sd),
      };
    }),
  ),
  'alpha.bfi_agree_cov': statistic({ cov: matrix, n }, ({ cov, n: persons }) => {
    const alpha = alphaOfCovariances(cov);
    if (alpha.value === null) return without(alpha.reason);
    if (persons < 2) return without('insufficient-n');
    return { alpha: alpha.value, ...feldtInterval(alpha.value, persons, cov.length, LEVEL) };
  }),
  'alpha.kr20': ofData((alpha, rows) => ({
    alpha: alpha.value,
    kr20: kr20(rows).value,
    ...interval(alpha),
  })),
  'alpha.missing': statistic({ data }, (input) => {
    const listwise = cronbachAlpha(input.data);
    const covariances = listwise.reason === 'invalid-response' ? null : covarianceMatrix(input.data);
    const pairwise = covariances && alphaOfCovariances(covariances).value;
    if (listwise.value === null && pairwise === null) return without(listwise.reason);
    return { listwise: listwise.value, n_listwise: listwise.n, pairwise };
  }),
  'alpha.constant_item': ofData((alpha, rows) => {
    const items = itemStatistics(rows);
    const varied = rows.map((row) => row.filter((_, item) => (items[item]?.sd ?? 0) > 0));
    const constant = items.find(({ sd }) => sd === 0);
    return {
      alpha_with: alpha.value,
      alpha_without: cronbachAlpha(varied).value,
      r_drop_constant: constant?.withRest ?? null,
    };
  }),
  'alpha.one_item': undefinedAlpha,
  'alpha.all_equal': undefinedAlpha,
  'alpha.negative': plain,
  'alpha.two_items': ofData((alpha, rows) => {
    const r = pearson(
      rows.map((row) => row[0] ?? NaN),
      rows.map((row) => row[1] ?? NaN),
    );
    return { alpha: alpha.value, spearman_brown: r && spearmanBrown(r, 2), r };
  }),
  'alpha.spearman_brown': statistic({ r: n, k: n, target: n }, ({ r, k, target }) => {
    const projected = spearmanBrown(r, k);
    if (projected === null) return without('reliability-not-positive');
    return { projected, k_needed: lengthForReliability(r, target) };
  }),
  'alpha.stratified': statistic({ data, strata: z.array(z.array(n)) }, ({ data: table, strata }) =>
    onAlpha(table, (_, rows) => {
      const own = strata.map((items) =>
        cronbachAlpha(rows.map((row) => row.filter((_value, item) => items.includes(item + 1)))),
      );
      const named = (rows[0] ?? []).map((_value, item) =>
        String(strata.findIndex((items) => items.includes(item + 1))),
      );
      const whole = stratifiedAlpha(rows, named);
      return {
        ...Object.fromEntries(own.map(({ value }, stratum) => [`alpha_${stratum + 1}`, value])),
        stratified: whole.value,
      };
    }),
  ),
  'alpha.equals_icc3k': ofData((alpha, rows) => {
    const components = crossedComponents(rows);
    return {
      alpha: alpha.value,
      icc3k: components.reason === null ? generalizability(components, alpha.k).g : null,
    };
  }),
};

import { z } from 'zod';
import { alphaOfCovariances } from '../../core/psychometrics/alpha-of-covariances.ts';
import { correlationMatrix, covarianceMatrix } from '../../core/psychometrics/covariance-matrix.ts';
import { firstCommunality, omegaOfOneFactor } from '../../core/psychometrics/omega.ts';
import { isSoundTable } from '../../core/psychometrics/sound-data.ts';
import { statistic, without, type Output, type Statistic } from './statistic.ts';

const n = z.number();
const cor = { cor: z.array(z.array(n)) };
type Found = Extract<ReturnType<typeof omegaOfOneFactor>, { reason: null }>;

const ofCorrelations = (named: (omega: Found, cor: readonly (readonly number[])[]) => Output) =>
  statistic(cor, (input) => {
    const omega = omegaOfOneFactor(input.cor);
    return omega.reason === null ? named(omega, input.cor) : without(omega.reason);
  });

/** Reliability of one factor. */
export const factorReliabilities: Readonly<Record<string, Statistic>> = {
  'omega.exact': ofCorrelations((omega, matrix) => ({
    loadings: omega.loadings,
    omega: omega.value,
    alpha_std: alphaOfCovariances(matrix).value,
  })),
  'omega.three_items': ofCorrelations(({ loadings, value }) => ({ loadings, omega: value })),
  'omega.heywood': statistic(cor, (input) => {
    const omega = omegaOfOneFactor(input.cor);
    const communality = { l1_squared: firstCommunality(input.cor) };
    return omega.reason === null
      ? { value: omega.value, reason: null, ...communality }
      : { ...without(omega.reason), ...communality };
  }),
  'omega.attitude_ml': statistic({ data: z.array(z.array(n.nullable())) }, ({ data }) => {
    if (!isSoundTable(data, 'data')) return without('invalid-response');
    const covariances = covarianceMatrix(data.filter((row) => row.every((value) => value !== null)));
    if (covariances === null) return without('insufficient-n');
    const correlations = correlationMatrix(covariances);
    const raw = omegaOfOneFactor(covariances);
    if (raw.reason !== null) return without(raw.reason);
    const standardised = correlations === null ? null : omegaOfOneFactor(correlations);
    if (standardised?.reason !== null) return without('no-variance');
    return {
      loadings_std: standardised.loadings,
      omega_cov: raw.value,
      omega_cor: standardised.value,
    };
  }),
};

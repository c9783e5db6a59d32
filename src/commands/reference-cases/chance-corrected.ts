import { z } from 'zod';
import type { AgreementWeights } from '../../core/psychometrics/agreement-weights.ts';
import { gwetAgreement, type GwetAgreement } from '../../core/psychometrics/gwet-agreement.ts';
import { coincidences, krippendorffAlpha, type Metric } from '../../core/psychometrics/krippendorff-alpha.ts';
import type { DataTable } from '../../core/psychometrics/sound-data.ts';
import { statistic, without, type Output, type Statistic } from './statistic.ts';

const n = z.number();
const data = z.array(z.array(n.nullable()));
const scaled = { data, categories: z.array(n) };

type Gwet = (weights: AgreementWeights) => GwetAgreement;

/** Runs on Gwet's coefficients of one table, or says why they do not exist; that does not hang on the weights. */
function onGwet(
  table: DataTable,
  levels: readonly number[] | undefined,
  run: (gwet: Gwet) => Output,
): Output {
  const first = gwetAgreement(table, 'unweighted', levels);
  if (first.reason !== null) return without(first.reason);
  return run((weights) => {
    const found = gwetAgreement(table, weights, levels);
    if (found.reason !== null) throw new Error(found.reason);
    return found;
  });
}

const ofData = (run: (gwet: Gwet) => Output) =>
  statistic({ data }, (input) => onGwet(input.data, undefined, run));
const ofScale = (run: (gwet: Gwet) => Output) =>
  statistic(scaled, (input) => onGwet(input.data, input.categories, run));

/** A table of counts names no levels, so they are numbered; its standard error takes n where the rows take n − 1. */
const gwetOfTable = statistic({ table: z.array(z.array(n.int().nonnegative())) }, (input) => {
  const rows = input.table.flatMap((row, first) =>
    row.flatMap((count, second) => Array.from({ length: count }, () => [first, second])),
  );
  return onGwet(
    rows,
    input.table.map((_, level) => level),
    (gwet) => {
      const [plain, squared] = [gwet('unweighted'), gwet('quadratic')];
      const shrink = Math.sqrt((rows.length - 1) / rows.length);
      const se = (found: GwetAgreement) => (found.se === null ? null : found.se * shrink);
      return {
        ac1: plain.value,
        se_ac1: se(plain),
        ac2_quadratic: squared.value,
        se_ac2: se(squared),
      };
    },
  );
});

const alphas = (...metrics: readonly Metric[]) =>
  statistic({ data }, (input) => alphasOf(input.data, metrics));

function alphasOf(table: DataTable, metrics: readonly Metric[]): Output {
  const found = metrics.map((metric) => ({ metric, ...krippendorffAlpha(table, metric) }));
  const none = found.find(({ reason }) => reason !== null)?.reason;
  if (none !== undefined && none !== null && found.every(({ value }) => value === null)) return without(none);
  return Object.fromEntries(found.map(({ metric, value }) => [metric, value]));
}

const nominalOrdinalInterval = alphas('nominal', 'ordinal', 'interval');
const undefinedAlpha = statistic({ data }, (input) => {
  const { value, reason } = krippendorffAlpha(input.data, 'interval');
  return reason === null ? { value, reason } : without(reason);
});

/** Agreement of any number of raters with missing ratings: Gwet's coefficients and Krippendorff's alpha. */
export const chanceCorrected: Readonly<Record<string, Statistic>> = {
  'gwet.table_3x3': gwetOfTable,
  'gwet.raw4raters': ofData((gwet) => {
    const [plain, squared] = [gwet('unweighted'), gwet('quadratic')];
    return {
      ac1: plain.value,
      pa1: plain.observed,
      pe1: plain.expected,
      se_ac1: plain.se,
      ac2_quadratic: squared.value,
      pa_quadratic: squared.observed,
      pe_quadratic: squared.expected,
      se_ac2_quadratic: squared.se,
      ac2_linear: gwet('linear').value,
      ac2_ordinal: gwet('ordinal').value,
    };
  }),
  'gwet.raw5obser': ofData((gwet) => ({
    ac1: gwet('unweighted').value,
    se_ac1: gwet('unweighted').se,
    ac2_linear: gwet('linear').value,
    ac2_quadratic: gwet('quadratic').value,
  })),
  'gwet.rubric': ofScale((gwet) => ({
    ac1: gwet('unweighted').value,
    ac2_quadratic: gwet('quadratic').value,
  })),
  'gwet.all_equal': ofScale((gwet) => ({ ac1: gwet('unweighted').value })),
  'krippendorff.c_data': alphas('nominal', 'ordinal', 'interval', 'ratio'),
  'krippendorff.wikipedia': nominalOrdinalInterval,
  'krippendorff.two_raters': nominalOrdinalInterval,
  'krippendorff.shrout_fleiss': nominalOrdinalInterval,
  'krippendorff.pool': statistic({ data }, (input) => ({
    ...alphasOf(input.data, ['nominal', 'ordinal', 'interval']),
    pairable_values: coincidences(input.data)?.n ?? null,
  })),
  'krippendorff.all_equal': undefinedAlpha,
  'krippendorff.no_pairs': undefinedAlpha,
  'krippendorff.one_rater': undefinedAlpha,
};

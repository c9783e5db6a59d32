import { z } from 'zod';
import { crossTable, type CrossTable } from '../../core/psychometrics/cross-table.ts';
import { fleissKappa, lightKappa } from '../../core/psychometrics/nominal-kappas.ts';
import { gwetAgreement } from '../../core/psychometrics/gwet-agreement.ts';
import { normalQuantile } from '../../core/psychometrics/normal-quantile.ts';
import { pearson } from '../../core/psychometrics/pearson.ts';
import { quadraticKappa } from '../../core/psychometrics/quadratic-kappa.ts';
import { raterAgreement } from '../../core/psychometrics/rater-agreement.ts';
import { weightedKappa } from '../../core/psychometrics/weighted-kappa.ts';
import { statistic, without, type Output, type Statistic } from './statistic.ts';

const n = z.number();
const column = z.array(n.nullable());
const columns = { a: column, b: column };
const table = { data: z.array(column) };

interface DoubleRated {
  readonly pairs: readonly { readonly first: number; readonly second: number }[];
  readonly a: readonly number[];
  readonly b: readonly number[];
  readonly table: CrossTable;
}

/** Runs a statistic on the pairs that are complete and on the scale, where one is given. */
function onPairs(
  { a, b, scale }: { a: (number | null)[]; b: (number | null)[]; scale?: [number, number] | undefined },
  run: (rated: DoubleRated) => Output,
): Output {
  if (a.length !== b.length) return without('invalid-response');
  const pairs = a.flatMap((first, place) => {
    const second = b[place] ?? null;
    return first === null || second === null ? [] : [{ first, second }];
  });
  const [least, most] = scale ?? [-Infinity, Infinity];
  if (pairs.some(({ first, second }) => Math.min(first, second) < least || Math.max(first, second) > most))
    return without('invalid-response');
  if (pairs.length === 0) return without('no-pairable-values');
  return run({
    pairs,
    a: pairs.map(({ first }) => first),
    b: pairs.map(({ second }) => second),
    table: crossTable(pairs),
  });
}

const ofPairs = (run: (rated: DoubleRated) => Output) => statistic(columns, (input) => onPairs(input, run));

const withoutVariance = (rated: DoubleRated): Output | null =>
  rated.table.levels.length < 2 ? without('no-variance') : null;
const unweighted = (rated: DoubleRated) => weightedKappa(rated.table, 'unweighted').value;
const linear = (rated: DoubleRated) => weightedKappa(rated.table, 'linear').value;
const quadratic = (rated: DoubleRated) => quadraticKappa(rated.pairs).value;
const ac1 = (rated: DoubleRated) =>
  gwetAgreement(
    rated.pairs.map(({ first, second }) => [first, second]),
    'unweighted',
  ).value;
const bothKappas = ofPairs(
  (rated) => withoutVariance(rated) ?? { unweighted: unweighted(rated), quadratic: quadratic(rated) },
);

/** Kappas of two raters and of more. */
export const twoRaters: Readonly<Record<string, Statistic>> = {
  'kappa.anxiety': ofPairs(
    (rated) =>
      withoutVariance(rated) ?? {
        unweighted: unweighted(rated),
        linear: linear(rated),
        quadratic: quadratic(rated),
      },
  ),
  'kappa.psych_doc': ofPairs((rated) => {
    const [plain, squared] = [
      weightedKappa(rated.table, 'unweighted'),
      weightedKappa(rated.table, 'quadratic'),
    ];
    if (plain.reason !== null || squared.reason !== null) return without(squared.reason ?? 'no-variance');
    const half = normalQuantile(0.975) * squared.se;
    return {
      unweighted: plain.value,
      quadratic: squared.value,
      var_unweighted: plain.se ** 2,
      var_quadratic: squared.se ** 2,
      lower_quadratic: squared.value - half,
      upper_quadratic: squared.value + half,
    };
  }),
  'kappa.table_3x3': statistic({ table: z.array(z.array(n)) }, (input) => {
    const given = { levels: input.table.map((_, level) => level), counts: input.table };
    const [plain, squared] = [weightedKappa(given, 'unweighted'), weightedKappa(given, 'quadratic')];
    if (plain.reason !== null) return without(plain.reason);
    if (squared.reason !== null) return without(squared.reason);
    return {
      unweighted: plain.value,
      se_unweighted: plain.se,
      quadratic: squared.value,
      se_quadratic: squared.se,
    };
  }),
  'kappa.missing_pairs': ofPairs((rated) => ({
    n_pairs: rated.pairs.length,
    quadratic: quadratic(rated),
    unweighted: unweighted(rated),
  })),
  'kappa.qwk_rubric': statistic({ ...columns, scale: z.tuple([n, n]).optional() }, (input) =>
    onPairs(input, (rated) => {
      const agreement = raterAgreement(rated.a, rated.b);
      return {
        quadratic: quadratic(rated),
        linear: linear(rated),
        unweighted: unweighted(rated),
        exact: agreement?.exact ?? null,
        adjacent: agreement?.adjacent ?? null,
        mean_diff: agreement?.meanDifference ?? null,
        smd: agreement?.standardisedDifference ?? null,
        pearson: pearson(rated.a, rated.b),
      };
    }),
  ),
  'kappa.qwk_closed_form': ofPairs((rated) => withoutVariance(rated) ?? { quadratic: quadratic(rated) }),
  'kappa.both_constant': ofPairs((rated) => {
    const kappa = quadraticKappa(rated.pairs);
    const exact = raterAgreement(rated.a, rated.b)?.exact ?? null;
    return kappa.reason === null
      ? { value: kappa.value, reason: null, exact }
      : { ...without(kappa.reason), exact };
  }),
  'kappa.one_constant': bothKappas,
  'kappa.reversed': bothKappas,
  'kappa.paradox': ofPairs((rated) => ({
    exact: raterAgreement(rated.a, rated.b)?.exact ?? null,
    kappa: unweighted(rated),
    ac1: ac1(rated),
  })),
  'kappa.fleiss_diagnoses': statistic(table, ({ data }) => {
    const { value, reason } = fleissKappa(data);
    return reason === null ? { value } : without(reason);
  }),
  'kappa.light_diagnoses': statistic(table, ({ data }) => {
    const { value, reason } = lightKappa(data);
    return reason === null ? { value } : without(reason);
  }),
};

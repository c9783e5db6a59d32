import { z } from 'zod';
import { intraclass, type Intraclass, type IntraclassKind } from '../../core/psychometrics/intraclass.ts';
import { meanSquares, type MeanSquares } from '../../core/psychometrics/mean-squares.ts';
import { oneWayIntraclass } from '../../core/psychometrics/one-way-intraclass.ts';
import { designReliability, raterDesign } from '../../core/psychometrics/rater-design.ts';
import { statistic, without, type Output, type Statistic } from './statistic.ts';

const n = z.number();
const name = z.union([n, z.string()]);
const table = { data: z.array(z.array(n.nullable())) };

const ofSquares = (run: (squares: MeanSquares) => Output) =>
  statistic(table, ({ data }) => {
    const squares = meanSquares(data);
    return squares.reason === null ? run(squares) : without(squares.reason);
  });

const named = ({ rows, columns, error }: MeanSquares) => ({
  ms_rows: rows,
  ms_cols: columns,
  ms_error: error,
});

const values = (squares: MeanSquares, kinds: readonly IntraclassKind[]): Output => {
  const all: Readonly<Record<IntraclassKind, Intraclass>> = intraclass(squares);
  return Object.fromEntries(kinds.map((kind) => [kind, all[kind].value]));
};

const whole = ofSquares((squares) => ({
  ...named(squares),
  ms_within: squares.within,
  ...intraclass(squares),
}));
const undefinedOnes = ofSquares((squares) => ({ value: intraclass(squares).icc1.value, reason: null }));
const design = statistic({ raters_by_target: z.array(z.array(name)) }, (input) => {
  const found = raterDesign(input.raters_by_target);
  return found.reason === null ? { k_harmonic: found.harmonicRaters, q: found.q } : without(found.reason);
});

/** Reliability of ratings from analyses of variance. */
export const intraclassCorrelations: Readonly<Record<string, Statistic>> = {
  'icc.shrout_fleiss': whole,
  'icc.anxiety': whole,
  'icc.perfect': ofSquares((squares) => values(squares, ['icc1', 'icc2', 'icc3', 'icc1k', 'icc2k', 'icc3k'])),
  'icc.no_target_variance': undefinedOnes,
  'icc.one_rater': undefinedOnes,
  'icc.one_target': undefinedOnes,
  'icc.negative': ofSquares((squares) => ({
    ...named(squares),
    ...values(squares, ['icc1', 'icc2', 'icc3', 'icc1k', 'icc3k']),
  })),
  'icc.severity_only': ofSquares((squares) => values(squares, ['icc1', 'icc2', 'icc3'])),
  'icc.missing_listwise': ofSquares((squares) => ({
    n_used: squares.n,
    ...values(squares, ['icc1', 'icc2', 'icc3']),
  })),
  'icc.oneway_unbalanced': statistic(
    { ratings: z.array(n), target: z.array(name) },
    ({ ratings, target }) => {
      const found = oneWayIntraclass(ratings, target);
      if (found.reason !== null) return without(found.reason);
      return {
        ms_between: found.between,
        ms_within: found.within,
        k0: found.k0,
        icc1: found.single,
        k_harmonic: found.harmonicRaters,
        icc1k: found.average,
      };
    },
  ),
  'gqk.multiplier': design,
  'gqk.crossed': design,
  'gqk.nested': design,
  'gqk.value': statistic({ var_target: n, var_rater: n, var_residual: n, q: n, k_harmonic: n }, (input) => {
    const { value, reason } = designReliability(
      { target: input.var_target, rater: input.var_rater, residual: input.var_residual },
      { q: input.q, harmonicRaters: input.k_harmonic },
    );
    return reason === null ? { value } : without(reason);
  }),
};

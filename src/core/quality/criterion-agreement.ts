import type { CriterionId } from '../kernel/ids.ts';
import { gwetAgreement } from '../psychometrics/gwet-agreement.ts';
import { intraclass } from '../psychometrics/intraclass.ts';
import { mean } from '../psychometrics/mean.ts';
import { meanSquares } from '../psychometrics/mean-squares.ts';
import { quadraticKappa } from '../psychometrics/quadratic-kappa.ts';
import { raterAgreement } from '../psychometrics/rater-agreement.ts';
import { spearman } from '../psychometrics/spearman.ts';
import { LEVELS } from '../rubric/rubric.ts';
import type { Coefficient, CriterionAgreement } from './quality-report.ts';

/** Two levels of one response, and how long it is. */
export interface LevelPair {
  readonly first: number;
  readonly second: number;
  readonly words: number;
}

const INTERVAL = 0.9;
const Z = 1.645;

/** Two raters on one criterion; null where nobody was rated twice. Pairs differ, so the ICC is one-way. */
export function criterionAgreement(
  criterion: CriterionId,
  pairs: readonly LevelPair[],
): CriterionAgreement | null {
  const plain = raterAgreement(
    pairs.map(({ first }) => first),
    pairs.map(({ second }) => second),
  );
  if (plain === null) return null;
  return {
    criterion,
    n: plain.n,
    exact: plain.exact,
    adjacent: plain.adjacent,
    kappa: { value: quadraticKappa(pairs).value, interval: null },
    ac2: ac2Of(pairs),
    icc: iccOf(pairs),
    withWords: spearman(
      pairs.map(({ words }) => words),
      pairs.map(({ first, second }) => mean([first, second])),
    ),
  };
}

const tableOf = (pairs: readonly LevelPair[]) => pairs.map(({ first, second }) => [first, second]);

function ac2Of(pairs: readonly LevelPair[]): Coefficient {
  const gwet = gwetAgreement(tableOf(pairs), 'quadratic', LEVELS);
  if (gwet.value === null) return { value: null, interval: null };
  const { value, se } = gwet;
  return {
    value,
    interval: se === null ? null : { lower: value - Z * se, upper: Math.min(1, value + Z * se) },
  };
}

function iccOf(pairs: readonly LevelPair[]): Coefficient {
  const squares = meanSquares(tableOf(pairs));
  if (squares.reason !== null) return { value: null, interval: null };
  const { value, lower, upper } = intraclass(squares, INTERVAL).icc1;
  return { value, interval: lower === null || upper === null ? null : { lower, upper } };
}

import { linearEquating, type Line, type Moments } from './linear-equating.ts';

/** Moments (n − 1) of one group: its form and the anchor items that both groups took. */
export interface AnchoredForm {
  readonly meanTotal: number;
  readonly meanAnchor: number;
  readonly varTotal: number;
  readonly varAnchor: number;
  readonly covariance: number;
}

export interface SyntheticMoments {
  readonly x: Moments;
  readonly y: Moments;
}

/**
 * Moments of both forms in a synthetic population with weight w₁ of group 1 (Tucker's assumptions: the regression of form
 * on anchor and its residual variance are the same in both groups). Null where an anchor does not vary or a variance
 * comes out negative.
 */
export function tuckerMoments(
  formX: AnchoredForm,
  formY: AnchoredForm,
  weightX: number,
): SyntheticMoments | null {
  if (!(formX.varAnchor > 1e-12 && formY.varAnchor > 1e-12)) return null;
  const [w1, w2] = [weightX, 1 - weightX];
  const [g1, g2] = [formX.covariance / formX.varAnchor, formY.covariance / formY.varAnchor];
  const dm = formX.meanAnchor - formY.meanAnchor;
  const dv = formX.varAnchor - formY.varAnchor;
  const varX = formX.varTotal - w2 * g1 ** 2 * dv + w1 * w2 * (g1 * dm) ** 2;
  const varY = formY.varTotal + w1 * g2 ** 2 * dv + w1 * w2 * (g2 * dm) ** 2;
  if (!(varX >= 0 && varY >= 0)) return null;
  return {
    x: { mean: formX.meanTotal - w2 * g1 * dm, sd: Math.sqrt(varX) },
    y: { mean: formY.meanTotal + w1 * g2 * dm, sd: Math.sqrt(varY) },
  };
}

/** Chained linear linking: form X to the anchor in group 1, the anchor to form Y in group 2. */
export function chainedLinking(formX: AnchoredForm, formY: AnchoredForm): Line | null {
  const toAnchor = linearEquating(totalOf(formX), anchorOf(formX));
  const toY = linearEquating(anchorOf(formY), totalOf(formY));
  if (toAnchor === null || toY === null) return null;
  return {
    slope: toY.slope * toAnchor.slope,
    intercept: toY.slope * toAnchor.intercept + toY.intercept,
  };
}

const totalOf = (form: AnchoredForm): Moments => ({
  mean: form.meanTotal,
  sd: Math.sqrt(Math.max(0, form.varTotal)),
});
const anchorOf = (form: AnchoredForm): Moments => ({
  mean: form.meanAnchor,
  sd: Math.sqrt(Math.max(0, form.varAnchor)),
});

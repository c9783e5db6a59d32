import { SMALL_GROUP, type NormGroup } from '../core/norms/norm-group.ts';
import { effectiveShares, type OverallScore } from '../core/norms/overall-score.ts';
import { placeInGroup } from '../core/norms/place-in-group.ts';
import type { ReferenceConstants } from '../core/norms/reference-constants.ts';
import type { FrozenScores } from '../core/norms/tally-scores.ts';
import type { Measured } from '../core/psychometrics/are-distinguishable.ts';
import { Z_90 } from '../core/psychometrics/score-band.ts';
import type { MeasuredColumn } from '../core/scoring/score-column.ts';
import { formatDate } from './format-date.ts';
import { formatScore } from './format-score.ts';

/** What was frozen of a column, or why nothing was. */
export const frozenWords = (scores: FrozenScores | null): string =>
  scores === null
    ? 'Fewer than 100 people have a score'
    : `n = ${scores.n}, mean ${scores.mean.toFixed(1)}, SD ${scores.sd.toFixed(1)}`;

/** Where a score stands in a group, as its band has it; null where the group has no scores of that column. */
export function placeWords(group: NormGroup, column: MeasuredColumn, measured: Measured): string | null {
  const scores = group.scores[column];
  if (scores === null) return null;
  const { from, to } = placeInGroup(scores, measured);
  const place = from === to ? `${from}` : `${from} to ${to}`;
  const small = scores.n < SMALL_GROUP ? ', a small group' : '';
  return `Scored as high as or higher than ${place} of 100 in “${group.name}” (n = ${scores.n}${small}, frozen ${formatDate(group.frozenAt)}).`;
}

/** Half the 90 % band of Overall with what it rests on, and the T score of each part. */
export const overallBandWords = ({ sem, precision, judgment, written }: OverallScore): string =>
  `± ${formatScore(Z_90 * sem)}${precision === 'assumed' ? ' (assumed)' : ''}, ` +
  `from T ${formatScore(judgment)} in Judgment and T ${formatScore(written)} in Written`;

/** What Overall stands on. */
export function constantsWords(constants: ReferenceConstants): string {
  const { n, judgment, written, weights, correlation, frozenAt } = constants;
  const shares = effectiveShares(constants);
  const effective = shares === null ? '' : `; effective weights ${shares.judgment} % and ${shares.written} %`;
  return (
    `T scores: 50 is the mean and 10 the SD of ${n} completed attempts, frozen ${formatDate(frozenAt)} ` +
    `(Judgment mean ${judgment.mean.toFixed(1)}, SD ${judgment.sd.toFixed(1)}; ` +
    `Written mean ${written.mean.toFixed(1)}, SD ${written.sd.toFixed(1)}; correlation ${correlation.toFixed(2)}). ` +
    `Stated weights: Judgment ${weights.judgment} %, Written ${weights.written} %${effective}.`
  );
}

/** The same, or why there is no Overall. */
export const overallWords = (constants: ReferenceConstants | null): string =>
  constants === null
    ? 'No constants are frozen, so there is no Overall: Judgment and Written have different scales and are not averaged.'
    : constantsWords(constants);

import { trueScore } from '../../core/psychometrics/true-score.ts';
import { measureColumn } from '../../core/scoring/measure-column.ts';
import type { MeasuredColumn } from '../../core/scoring/score-column.ts';
import type { Figure } from '../../http/parts.ts';
import { drawQuantileDots } from '../../presentation/charts/draw-quantile-dots.ts';
import type { Report } from './read-report.ts';

/**
 * Twenty equally likely true scores, only where precision is established: an assumed one would draw a picture of a guess.
 * Where parts are missing, what the error leaves of the variance is the reliability.
 */
export function trueScoreDots(column: MeasuredColumn, { standing, precision }: Report): Figure | null {
  const known = precision[column];
  if (known?.kind !== 'established') return null;
  const measured = measureColumn(column, standing, known);
  if (measured === null) return null;
  const { mean, sd } = known;
  const reliability = 1 - (measured.sem / sd) ** 2;
  if (reliability <= 0) return null;
  return drawQuantileDots({
    id: `dots-${column}`,
    title: `Where the true score of ${standing.label} may lie`,
    ...trueScore({ score: measured.score, mean, sd, reliability }),
    line: null,
  });
}

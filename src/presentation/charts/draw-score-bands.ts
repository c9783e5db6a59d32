import type { Chart, ChartFrame, Series } from './chart.ts';
import { chartTable } from './chart.ts';
import { drawPicture } from './draw-picture.ts';
import { drawScoreRows } from './draw-score-rows.ts';
import { formatScore } from '../format-score.ts';
import { SCORE_SCALE } from './score-axis.ts';

export interface ScoreBands extends ChartFrame {
  /** `half` is half the 90 % band. */
  readonly rows: readonly {
    readonly label: string;
    readonly series: Series;
    readonly score: number;
    readonly half: number;
  }[];
  readonly assumed: boolean;
}

/** How sure one may be of each score: its 90 % band. Comparing people is what comparison bars are for. */
export function drawScoreBands({ id, title, rows, assumed }: ScoreBands): Chart {
  const drawn = rows.map(({ half, ...row }) => ({ ...row, from: row.score - half, to: row.score + half }));
  const { shapes, height } = drawScoreRows(drawn, SCORE_SCALE, assumed);
  const said = rows.map(({ label, score, half }) => `${label} ${formatScore(score)} ± ${formatScore(half)}`);
  const kind = assumed ? 'assumed 90 % band, drawn dashed' : '90 % band';
  return {
    svg: drawPicture(
      { id, title },
      height,
      `Scores of 0 to 100 with their ${kind}: ${said.join(', ')}.`,
      shapes,
    ),
    legend: [],
    conclusion: `Each line is the ${kind}: where scores of the same person would mostly come out if they were tested again.`,
    table: chartTable(
      title,
      ['', 'Score', assumed ? '90 % band, assumed' : '90 % band'],
      rows.map(({ label, score, half }) => [label, formatScore(score), `± ${formatScore(half)}`]),
    ),
  };
}

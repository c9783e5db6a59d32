import type { Series } from './chart.ts';
import { drawRange } from './draw-range.ts';
import { drawRowLabel, drawRowValue } from './draw-row-label.ts';
import { drawSign } from './draw-sign.ts';
import { WIDTH } from './draw-picture.ts';
import { formatScore } from '../format-score.ts';
import { AXIS_ROOM, scoreAxis, type Scale } from './score-axis.ts';

export interface ScoreRow {
  readonly label: string;
  readonly series: Series;
  readonly score: number;
  readonly from: number;
  readonly to: number;
}

const LEFT = 64;
const RIGHT = WIDTH - 40;
const TOP = 8;
const ROW = 28;

/** One row a person: name, range with its sign, score. Returns the shapes and the height they need. */
export function drawScoreRows(rows: readonly ScoreRow[], scale: Scale, assumed: boolean) {
  const bottom = TOP + rows.length * ROW;
  const axis = scoreAxis(scale, { left: LEFT, right: RIGHT, top: TOP, bottom });
  const drawn = rows.map(({ label, series, score, from, to }, index) => {
    const y = TOP + index * ROW + ROW / 2;
    return (
      drawRowLabel(label, LEFT - 10, y) +
      drawRange({ from: axis.x(from), to: axis.x(to), y, series, assumed }) +
      drawSign(series, axis.x(score), y) +
      drawRowValue(formatScore(score), RIGHT + 12, y)
    );
  });
  return { shapes: axis.shapes + drawn.join(''), height: bottom + AXIS_ROOM };
}

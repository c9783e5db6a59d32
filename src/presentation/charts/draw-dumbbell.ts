import { chartTable, type Chart, type ChartFrame } from './chart.ts';
import { drawElement } from './draw-element.ts';
import { drawPicture, WIDTH } from './draw-picture.ts';
import { drawRowLabel, drawRowValue } from './draw-row-label.ts';
import { formatScore } from '../format-score.ts';
import { AXIS_ROOM, scoreAxis, SCORE_SCALE } from './score-axis.ts';
import { MUTED } from './series-look.ts';

export interface Dumbbell extends ChartFrame {
  readonly rows: readonly { readonly label: string; readonly before: number; readonly after: number }[];
  readonly conclusion: string;
}

const LEFT = 104;
const RIGHT = WIDTH - 52;
const TOP = 8;
const ROW = 28;
const LOOKS = {
  up: { colour: '#0b6e69', sign: '▲ +' },
  down: { colour: '#a8470c', sign: '▼ −' },
  same: { colour: MUTED, sign: '= ' },
} as const;

/** What a change would do: an open dot before, a full one after, and the difference with its sign. */
export function drawDumbbell({ id, title, rows, conclusion }: Dumbbell): Chart {
  const bottom = TOP + rows.length * ROW;
  const axis = scoreAxis(SCORE_SCALE, { left: LEFT, right: RIGHT, top: TOP, bottom });
  const drawn = rows.map(({ label, before, after }, index) => {
    const y = TOP + index * ROW + ROW / 2;
    return (
      drawRowLabel(label, LEFT - 10, y) +
      drawChange(axis.x(before), axis.x(after), y, turn(before, after)) +
      drawRowValue(sayChange(before, after), RIGHT + 10, y)
    );
  });
  return {
    svg: drawPicture(
      { id, title },
      bottom + AXIS_ROOM,
      rows
        .map(({ label, before, after }) => `${label} ${formatScore(before)} to ${formatScore(after)}`)
        .join(', '),
      axis.shapes + drawn.join(''),
    ),
    legend: [],
    conclusion,
    table: chartTable(
      title,
      ['', 'Before', 'After', 'Change'],
      rows.map(({ label, before, after }) => [
        label,
        formatScore(before),
        formatScore(after),
        sayChange(before, after),
      ]),
    ),
  };
}

/** By the rounded numbers that stand on the page, so that sign and numbers never disagree. */
function turn(before: number, after: number): keyof typeof LOOKS {
  const change = Math.round(after) - Math.round(before);
  return change > 0 ? 'up' : change < 0 ? 'down' : 'same';
}

const sayChange = (before: number, after: number): string =>
  `${LOOKS[turn(before, after)].sign}${Math.abs(Math.round(after) - Math.round(before))}`;

function drawChange(from: number, to: number, y: number, kind: keyof typeof LOOKS): string {
  const { colour } = LOOKS[kind];
  return (
    drawElement('line', {
      class: `db ${kind}`,
      x1: from,
      x2: to,
      y1: y,
      y2: y,
      stroke: colour,
      'stroke-width': 3,
    }) +
    drawElement('circle', {
      class: 'hollow',
      cx: from,
      cy: y,
      r: 4.5,
      fill: '#fff',
      stroke: MUTED,
      'stroke-width': 1.6,
    }) +
    drawElement('circle', { class: `dot ${kind}`, cx: to, cy: y, r: 5, fill: colour })
  );
}

import { drawElement, drawText } from './draw-element.ts';
import { GRID, MUTED } from './series-look.ts';

/** A scale from left to right: from where to where, and where the lines stand. */
export interface Scale {
  readonly min: number;
  readonly max: number;
  readonly ticks: readonly number[];
  readonly format: (value: number) => string;
}

/** Scores are always drawn on their whole scale, so that a small difference looks small. */
export const SCORE_SCALE: Scale = { min: 0, max: 100, ticks: [0, 25, 50, 75, 100], format: String };

export interface Axis {
  /** Where a value stands; values beyond the scale stand at its end. */
  readonly x: (value: number) => number;
  /** Lines with their numbers below. */
  readonly shapes: string;
}

/** Room an axis needs below the plot for its numbers. */
export const AXIS_ROOM = 24;

interface Plot {
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}

/** The upright lines of a plot and the function that places values between them. */
export function scoreAxis(scale: Scale, plot: Plot): Axis {
  const x = (value: number): number => {
    const inside = Math.min(scale.max, Math.max(scale.min, value));
    return plot.left + ((inside - scale.min) / (scale.max - scale.min)) * (plot.right - plot.left);
  };
  const shapes = scale.ticks.map((tick) => drawTick(x(tick), scale.format(tick), plot)).join('');
  return { x, shapes };
}

const drawTick = (x: number, text: string, { top, bottom }: Plot): string =>
  drawElement('line', { class: 'grid', x1: x, x2: x, y1: top, y2: bottom, stroke: GRID }) +
  drawText(
    { class: 'tick', x, y: bottom + 16, 'font-size': 11.5, fill: MUTED, 'text-anchor': 'middle' },
    text,
  );

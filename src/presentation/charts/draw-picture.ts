import type { ChartFrame } from './chart.ts';
import { drawElement, escapeText } from './draw-element.ts';

/** Drawn this wide and scaled by the style sheet, so that texts are as readable on a phone as on a desk. */
export const WIDTH = 380;

/** The whole picture: named by its title, described in words, left to right in every language. */
export function drawPicture(frame: ChartFrame, height: number, description: string, shapes: string): string {
  const title = `${frame.id}-t`;
  const desc = `${frame.id}-d`;
  return drawElement(
    'svg',
    {
      xmlns: 'http://www.w3.org/2000/svg',
      class: 'chart',
      viewBox: `0 0 ${WIDTH} ${Math.ceil(height)}`,
      width: WIDTH,
      height: Math.ceil(height),
      role: 'img',
      'aria-labelledby': `${title} ${desc}`,
      focusable: 'false',
    },
    drawElement('title', { id: title }, escapeText(frame.title)) +
      drawElement('desc', { id: desc }, escapeText(description)) +
      shapes,
  );
}

import { chartTable, type Chart, type ChartFrame } from './chart.ts';
import { drawElement, drawText } from './draw-element.ts';
import { drawPicture, WIDTH } from './draw-picture.ts';
import { INK } from './series-look.ts';

/** One option: the letter it has in the chart, and the share of people who took it for the best. */
interface OptionBar {
  readonly letter: string;
  readonly text: string;
  readonly share: number;
  /** Further figures of the table below, in the order of its columns. */
  readonly figures: readonly string[];
}

export interface OptionBars extends ChartFrame {
  readonly options: readonly OptionBar[];
  readonly figureNames: readonly string[];
  readonly conclusion: string;
}

const ROW = 26;
const LEFT = 24;
const RIGHT = WIDTH - 50;

/** How the options of one situation were taken, each as a bar; the words stand in the table. */
export function drawOptionBars({ id, title, options, figureNames, conclusion }: OptionBars): Chart {
  const rows = options.map(({ letter, share }, index) => {
    const y = 8 + index * ROW;
    const width = Math.max(1, (RIGHT - LEFT) * share);
    return (
      drawText({ class: 'lab', x: 4, y: y + 13, 'font-size': 12, fill: INK }, letter) +
      drawElement('rect', { class: 'bar', x: LEFT, y, width, height: 18, fill: '#c3ced6' }) +
      drawText({ class: 'lab', x: LEFT + width + 6, y: y + 13, 'font-size': 12, fill: INK }, percent(share))
    );
  });
  const said = options.map(({ letter, share }) => `${letter} ${percent(share)}`).join(', ');
  return {
    svg: drawPicture({ id, title }, 12 + options.length * ROW, `${title}: ${said}.`, rows.join('')),
    legend: [],
    conclusion,
    table: chartTable(
      title,
      ['Option', 'Taken for the best', ...figureNames],
      options.map(({ letter, text, share, figures }) => [`${letter}. ${text}`, percent(share), ...figures]),
    ),
  };
}

const percent = (share: number): string => `${Math.round(100 * share)} %`;

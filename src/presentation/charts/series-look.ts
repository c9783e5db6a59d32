import type { Series } from './chart.ts';

const COLOURS: Readonly<Record<Series, string>> = {
  1: '#0b6e69',
  2: '#a8470c',
  3: '#6b3fa0',
  4: '#1f5fa8',
  5: '#8a2f5f',
};
const DASHES: Readonly<Record<Series, string | null>> = {
  1: null,
  2: '7 4',
  3: '2 3',
  4: '10 3 2 3',
  5: '4 2',
};

/** Colour for where no style sheet reaches, class for where one does, dash so that colour is never alone. */
export const seriesLook = (series: Series) => ({
  className: `s${series}`,
  colour: COLOURS[series],
  dash: DASHES[series],
});

/** Light colours of what is not a series; the style sheet has the same as tokens. */
export const INK = '#18212a';
export const MUTED = '#535f6b';
export const GRID = '#d5d9de';
export const EDGE = '#78848f';
export const RANGE = '#e4efee';

/** Signs of the people in a chart: 1 circle, 2 square, 3 triangle, 4 diamond, 5 triangle pointing down. */
export type Series = 1 | 2 | 3 | 4 | 5;

/** A finished picture with the sentence and the numbers that say the same; the figure part shows all of it. */
export type Chart = {
  svg: string;
  legend: { label: string; series: Series }[];
  conclusion: string;
  table: { summary: string; head: string[]; rows: string[][] };
};

/** What every chart is told. The id is unique on its page: the picture's title and description hang on it. */
export interface ChartFrame {
  readonly id: string;
  readonly title: string;
}

/** A chart of a group is not drawn of fewer people than this, because its shape would be about persons. */
export const LEAST_PEOPLE = 10;

/** A group chart, or why it is not shown. */
export type GroupChart =
  { readonly kind: 'drawn'; readonly chart: Chart } | { readonly kind: 'too-few'; readonly text: string };

/** The table part of a chart; what one presses to see it names the chart, because a page has several. */
export const chartTable = (title: string, head: string[], rows: string[][]): Chart['table'] => ({
  summary: `Show as table: ${title}`,
  head,
  rows,
});

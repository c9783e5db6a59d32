import { comparePairs, type MeasuredPerson } from '../../core/scoring/compare-pairs.ts';
import { measureColumn, scoreOf } from '../../core/scoring/measure-column.ts';
import type { Figure } from '../../http/parts.ts';
import type { Series } from '../../presentation/charts/chart.ts';
import { type MeasuredColumn, SLOTS, type ScoreColumn, type Slot } from '../../core/scoring/score-column.ts';
import { hasBand } from '../../core/scoring/shown-columns.ts';
import { formatList } from '../../presentation/format-list.ts';
import { drawComparisonBars } from '../../presentation/charts/draw-comparison-bars.ts';
import { drawHistogram } from '../../presentation/charts/draw-histogram.ts';
import { drawProfile, type Profile, type ProfileSeries } from '../../presentation/charts/draw-profile.ts';
import { drawRadar, MOST_IN_RADAR } from '../../presentation/charts/draw-radar.ts';
import { SCORE_SCALE } from '../../presentation/charts/score-axis.ts';
import { formatScore } from '../../presentation/format-score.ts';
import { columnName, COLUMN_NAMES } from './list-column.ts';
import type { Distribution } from './find-distribution.ts';
import type { Comparison } from './compare-applicants.ts';
import type { ComparisonPart } from './requests.ts';
import { stabilityLines } from './stability-lines.ts';
import { precisionWords } from '../../presentation/precision-words.ts';

/** A picture with its heading, or the words that stand in its place; `more` is a second view of the same. */
export interface FigureCard {
  readonly id: string;
  readonly heading: string;
  readonly note: string | null;
  readonly figure: Figure | null;
  readonly instead: string | null;
  readonly more: { readonly summary: string; readonly figure: Figure } | null;
  /** How far the order hangs on the weights; empty where there are none, or no scores for it. */
  readonly stability: readonly string[];
}

interface SeriesPerson extends MeasuredPerson {
  readonly series: Series;
}

const countedAt = new Intl.DateTimeFormat('en-GB', { timeStyle: 'short', timeZone: 'UTC' });

/** The pictures of a part: bars with the deciding column first, the criteria, or the place among all applicants. */
export function figureCards(comparison: Comparison, part: ComparisonPart): readonly FigureCard[] {
  switch (part) {
    case 'bars':
      return [...comparison.columns, ...criteriaWithBand(comparison)].map((column) =>
        barsCard(column, comparison),
      );
    case 'profile':
      return [profileCard(comparison)];
    case 'distribution':
      return distributionCards(comparison);
    case 'responses':
      return [];
  }
}

const criteriaWithBand = ({ precision }: Comparison): readonly Slot[] =>
  SLOTS.filter((slot) => hasBand(precision, slot));

/** A person keeps the sign of their place on the page in every picture. */
const seriesOf = (index: number): Series => (index + 1) as Series;

function measured(column: ScoreColumn, { people, precision }: Comparison): readonly SeriesPerson[] {
  const known = precision[column];
  if (known === null) return [];
  return people.flatMap(({ standing }, index) => {
    const score = measureColumn(column, standing, known);
    return score === null ? [] : [{ ...score, label: standing.label, series: seriesOf(index) }];
  });
}

function barsCard(column: ScoreColumn, comparison: Comparison): FigureCard {
  const name = columnName(column, comparison.rubric);
  const precision = comparison.precision[column];
  const card = {
    id: `bars-${column}`,
    heading: `${name}: who can be told apart`,
    note: precision === null ? null : precisionWords(precision),
    more: null,
    stability: column === 'written' ? stabilityLines(comparison) : [],
  };
  const people = measured(column, comparison);
  if (people.length < 2) {
    return {
      ...card,
      figure: null,
      instead: `Fewer than two of them have a score on ${name} that bars can be drawn for.`,
    };
  }
  const { halfWidths, pairs } = comparePairs(people);
  const figure = drawComparisonBars({
    id: card.id,
    title: `${name} with comparison bars`,
    column: name,
    people: people.map((person, index) => ({ ...person, halfWidth: halfWidths[index] ?? 0 })),
    pairs,
    assumed: precision?.kind === 'assumed',
  });
  return { ...card, figure, instead: null };
}

function profileCard({ people, rubric, precision }: Comparison): FigureCard {
  const series = people.map(({ standing }, index): ProfileSeries => ({
    label: standing.label,
    series: seriesOf(index),
    values: rubric.criteria.map(
      ({ id }) => standing.criteria.find(({ criterion }) => criterion === id)?.score.value ?? null,
    ),
  }));
  const card = { id: 'profile', heading: 'Criteria', note: 'Written, 0 to 100.', stability: [] };
  if (series.every(({ values }) => values.every((value) => value === null))) {
    return { ...card, figure: null, more: null, instead: 'None of them has a score on a criterion yet.' };
  }
  const profile: Profile = {
    id: 'profile-chart',
    title: 'Scores by criterion',
    rows: rubric.criteria.map(({ label }) => label),
    people: series,
    scale: { ...SCORE_SCALE, format: formatScore },
    conclusion: criteriaCaveat(rubric, precision),
  };
  return { ...card, figure: drawProfile(profile), instead: null, more: radarOf(profile) };
}

/** What a difference on one criterion is worth. */
function criteriaCaveat({ criteria }: Comparison['rubric'], precision: Comparison['precision']): string {
  const without = criteria.filter((_, place) => !hasBand(precision, SLOTS[place])).map(({ label }) => label);
  if (without.length === 0) return 'Who can be told apart on a criterion is said by its comparison bars.';
  const names = without.length === criteria.length ? 'A single criterion' : formatList(without);
  return `${names} has no band of its own: differences here are a reason to read the responses, nothing more.`;
}

/** A second view that people know; its area means nothing, so it is never the first. */
function radarOf({ rows, people, ...profile }: Profile): FigureCard['more'] {
  if (rows.length < 3 || people.length > MOST_IN_RADAR) return null;
  const figure = drawRadar({
    ...profile,
    id: 'radar-chart',
    axes: rows,
    people,
    conclusion: 'The order of the axes is fixed, and the size of an area means nothing.',
  });
  return { summary: 'Show as radar', figure };
}

function distributionCards({ columns, people, distribution }: Comparison): readonly FigureCard[] {
  if (distribution === null) return [];
  return columns.slice(0, 1).map((column) => distributionCard(column, people, distribution));
}

function distributionCard(
  column: MeasuredColumn,
  people: Comparison['people'],
  distribution: Distribution,
): FigureCard {
  const name = COLUMN_NAMES[column];
  const card = {
    id: 'distribution',
    heading: `${name} among all applicants`,
    note:
      distribution.asOf === null
        ? 'This intake.'
        : `This intake, counted ${countedAt.format(distribution.asOf)} UTC.`,
    more: null,
    stability: [],
  };
  const drawn = drawHistogram({
    id: 'distribution-chart',
    title: `${name} of all applicants of this intake`,
    bins: distribution.bins,
    people: people.flatMap(({ standing }, index) => {
      const score = scoreOf(column, standing);
      return score === null ? [] : [{ label: standing.label, series: seriesOf(index), score }];
    }),
  });
  return drawn.kind === 'drawn'
    ? { ...card, figure: drawn.chart, instead: null }
    : { ...card, figure: null, instead: drawn.text };
}

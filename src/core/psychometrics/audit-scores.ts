import { auditRates, type AuditedCategory, type AuditTable } from './audit-rates.ts';
import { groupPlaces } from './group-places.ts';
import { isSoundList } from './sound-data.ts';
import { sampleQuantile } from './sample-quantile.ts';

/** A score and, for each kind of category such as sex, the category; null where it is unknown. */
export interface AuditedScore {
  readonly score: number;
  readonly categories: Readonly<Record<string, string | null>>;
}

export interface ScoreAudit {
  readonly n: number;
  /** People left out because a category of theirs is unknown. */
  readonly unknown: number;
  readonly median: number;
  /** One table for each kind of category, and one for all kinds together, with names joined by |. */
  readonly tables: Readonly<Record<string, AuditTable>>;
  readonly together: AuditTable;
  /** The same tables by the median of everybody, people of unknown category included. */
  readonly byFullMedian: { readonly median: number; readonly tables: Readonly<Record<string, AuditTable>> };
}

/**
 * Scoring rates of New York City's bias audit (6 RCNY 5-301 c): the share of a category above the median of the sample; a
 * score at the median is not above it. People with an unknown category enter neither rates nor median; because the rule can
 * be read otherwise, the tables by the median of everybody are there too. Kinds are named in the order in which they are
 * joined. Null where nobody has all categories known, and for scores that are not finite.
 */
export function auditScores(people: readonly AuditedScore[], kinds: readonly string[]): ScoreAudit | null {
  const categoriesOf = (person: AuditedScore) => kinds.map((kind) => person.categories[kind] ?? null);
  const known = people.filter((person) => !categoriesOf(person).includes(null));
  const scores = people.map(({ score }) => score);
  const median = sampleQuantile(
    known.map(({ score }) => score),
    0.5,
  );
  const fullMedian = sampleQuantile(scores, 0.5);
  if (!isSoundList(scores, 'scores') || median === null || fullMedian === null) return null;
  const tableOf = (kind: string, cut: number) =>
    auditRates(
      countAbove(
        known,
        known.map((person) => person.categories[kind] ?? ''),
        cut,
      ),
    );
  const tables = (cut: number) => Object.fromEntries(kinds.map((kind) => [kind, tableOf(kind, cut)]));
  return {
    n: known.length,
    unknown: people.length - known.length,
    median,
    tables: tables(median),
    together: auditRates(
      countAbove(
        known,
        known.map((person) => categoriesOf(person).join('|')),
        median,
      ),
    ),
    byFullMedian: { median: fullMedian, tables: tables(fullMedian) },
  };
}

function countAbove(
  people: readonly AuditedScore[],
  categories: readonly string[],
  cut: number,
): readonly AuditedCategory[] {
  return [...groupPlaces(categories)].map(([category, places]) => ({
    category,
    selected: places.filter((place) => (people[place]?.score ?? NaN) > cut).length,
    total: places.length,
  }));
}

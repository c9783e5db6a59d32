import { z } from 'zod';
import { auditRates, type AuditRow, type AuditTable } from '../../core/psychometrics/audit-rates.ts';
import { auditScores, type ScoreAudit } from '../../core/psychometrics/audit-scores.ts';
import { sum } from '../../core/psychometrics/sum.ts';
import { groupPlaces } from '../../core/psychometrics/group-places.ts';
import { statistic, without, type Output, type Statistic } from './statistic.ts';

const n = z.number();
const rows = z.array(z.object({ category: z.string(), applicants: n, selected: n }));
const counted = z.object({ sex: z.string(), race: z.string(), applicants: n, above_median: n });
/** A category that is missing, or says so, is unknown. */
const category = z
  .string()
  .nullish()
  .transform((given) => (/^(unknown)?$/i.test((given ?? '').trim()) ? null : (given ?? null)));
const candidates = z.array(z.object({ sex: category, race: category, score: n }));

const byCategory = (table: AuditTable, of: (row: AuditRow) => unknown): Output =>
  Object.fromEntries(table.rows.map((row) => [row.category, of(row)]));
const ratios = (table: AuditTable) => byCategory(table, ({ ratio }) => ratio);
const scoring = (table: AuditTable) => ({
  scoring_rate: byCategory(table, ({ rate }) => rate),
  impact_ratio: ratios(table),
});
const small = (table: AuditTable) => table.rows.filter(({ isSmall }) => isSmall).map((row) => row.category);

const tableOf = (given: z.output<typeof rows>, excludeSmall = false) =>
  auditRates(
    given.map((row) => ({ category: row.category, selected: row.selected, total: row.applicants })),
    { excludeSmall },
  );
const selection = (table: AuditTable): Output => ({
  rate: byCategory(table, ({ rate }) => rate),
  impact_ratio: ratios(table),
});
const selectionTable = statistic({ rows }, (input) => selection(tableOf(input.rows)));

/** Adds up the rows that share a category. */
function scoringOf(
  given: readonly z.output<typeof counted>[],
  nameOf: (row: z.output<typeof counted>) => string,
) {
  const groups = [...groupPlaces(given.map(nameOf))].map(([name, places]) => ({
    category: name,
    selected: sum(places.map((place) => given[place]?.above_median ?? NaN)),
    total: sum(places.map((place) => given[place]?.applicants ?? NaN)),
  }));
  return scoring(auditRates(groups));
}

const NO_TABLE: AuditTable = { total: 0, rows: [], reason: 'highest-rate-zero' };

/** Runs on the kinds of category that anybody has. */
const ofCandidates = (run: (audit: ScoreAudit, sex: AuditTable) => Output) =>
  statistic({ candidates }, (input) => {
    const kinds = (['race', 'sex'] as const).filter((kind) =>
      input.candidates.some((person) => person[kind] !== null),
    );
    const people = input.candidates.map(({ sex, race, score }) => ({ score, categories: { sex, race } }));
    const audit = auditScores(people, kinds);
    return audit === null ? without('insufficient-n') : run(audit, audit.tables['sex'] ?? NO_TABLE);
  });

/** Tables of New York City's bias audit. */
export const biasAudits: Readonly<Record<string, Statistic>> = {
  'll144.selection_sex': selectionTable,
  'll144.selection_race': selectionTable,
  'll144.selection_intersectional': statistic({ rows, unknown: n }, (input) => {
    const table = tableOf(input.rows);
    return { ...selection(table), total: table.total, under_2_percent: small(table) };
  }),
  'll144.scoring_counts': statistic({ rows: z.array(counted) }, (input) => ({
    n: sum(input.rows.map(({ applicants }) => applicants)),
    sex: scoringOf(input.rows, ({ sex }) => sex),
    race: scoringOf(input.rows, ({ race }) => race),
    intersectional: scoringOf(input.rows, ({ sex, race }) => `${race}|${sex}`),
  })),
  'll144.scoring_raw': ofCandidates((audit, sex) => ({
    median: audit.median,
    unknown: audit.unknown,
    n: audit.n,
    sex: scoring(sex),
    race: scoring(audit.tables['race'] ?? NO_TABLE),
    intersectional: scoring(audit.together),
    full_sample: {
      median: audit.byFullMedian.median,
      sex: scoring(audit.byFullMedian.tables['sex'] ?? NO_TABLE),
    },
  })),
  'll144.scoring_ties': ofCandidates((audit, sex) => ({ median: audit.median, sex: scoring(sex) })),
  'll144.scoring_zero': ofCandidates((audit, sex) => ({
    median: audit.median,
    sex: scoring(sex),
    reason: sex.reason === null ? null : without(sex.reason)['reason'],
  })),
  'll144.two_percent_rule': statistic({ rows, denominator: z.string().optional() }, (input) => {
    const table = tableOf(input.rows, true);
    return {
      share: byCategory(table, ({ share }) => share),
      excluded: small(table),
      impact_ratio: ratios(table),
    };
  }),
};

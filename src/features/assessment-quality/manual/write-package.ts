import type { MeasuredParts } from '../../../core/psychometrics/tally-precision.ts';
import type { Manual } from './read-manual.ts';

/** Names and contents of the files that the figures of a manual can be recomputed from. */
export function writePackage(manual: Manual, shuffle: <Row>(rows: readonly Row[]) => readonly Row[]) {
  const { quality, situations, strata, prompts } = manual;
  const figures = {
    judgment: quality.analyses.judgment?.own ?? null,
    written: quality.analyses.written?.own ?? null,
    items: quality.judgment?.items ?? [],
    agreement: quality.written?.agreement ?? [],
    distributions: {
      judgment: quality.judgment?.distribution ?? [],
      written: quality.written?.distribution ?? [],
    },
    study: quality.written?.study ?? null,
  };
  // Dimensions are part of the key: the package has only which situations belong together.
  const names = [...new Set(strata)];
  return {
    'figures.json': `${JSON.stringify(figures, null, 2)}\n`,
    'situations.csv': csv([
      ['situation', 'stratum'],
      ...situations.map((id, place) => [id, `${names.indexOf(strata[place] ?? '') + 1}`]),
    ]),
    'judgment.csv': csv([['score', ...situations], ...partRows(shuffle(manual.judgment))]),
    'written.csv': csv([['score', ...prompts], ...partRows(shuffle(manual.written))]),
    'ratings.csv': csv([
      ['criterion', 'first', 'second', 'words'],
      ...shuffle(manual.ratings).map((row) => [
        row.criterion,
        `${row.first}`,
        `${row.second}`,
        `${row.words}`,
      ]),
    ]),
    'codebook.md': CODEBOOK,
  };
}

const partRows = (people: readonly MeasuredParts[]): readonly (readonly string[])[] =>
  people.map(({ score, parts }) => [`${score}`, ...parts.map((part) => (part === null ? '' : `${part}`))]);

/** Ids and numbers only, so that no cell needs quotation marks. */
const csv = (rows: readonly (readonly string[])[]): string =>
  rows.map((row) => `${row.join(',')}\n`).join('');

const CODEBOOK = `# Codebook

Rows of every file are in random order, so that they cannot be joined to each other or to a person. UTF-8, commas, one
head line, an empty cell is a missing value.

- situations.csv: situation (id), stratum (situations with one number belong to one dimension).
- judgment.csv: one person a row with a Judgment score. score (0 to 100); then what each situation gave, before scaling:
  minus the mean distance for rated options, -2 to 2 for best and worst, 0 to 1 for one pick, -1 to 1 for orders.
- written.csv: one person a row with a Written score. score (0 to 100); then each prompt (0 to 100), its criteria weighted.
- ratings.csv: one criterion of one response a row. first and second: the levels (1 to 5) of the first two raters, who did
  not know of each other; words: length of the response.
- figures.json: the figures of the manual. judgment and written: reliability (stratified alpha, or alpha), sd (n - 1) of the
  scores, n. items: difficulty, sd (n - 1), withRest (correlation with the sum of the other situations), alphaWithout.
  agreement: n, exact, adjacent, kappa (quadratic weights), ac2 (Gwet, quadratic weights), icc (one rater, one-way),
  withWords (rank correlation of mean level and words). distributions: scores in ten steps. study: reliability (G) with one
  prompt or one rater more.

\`node recompute.mjs\` in this folder computes reliability, sd and n of both columns, the distribution of Judgment, sd, rest
correlation and alpha without of items, and n, exact, adjacent and kappa again from the rows, and compares.
It does not compute difficulty, ac2, icc, withWords, intervals and the distribution of Written, though the rows hold what
they rest on. Figures of options and the study cannot be recomputed: choices and raters are left out, because they could be
recognised.
`;

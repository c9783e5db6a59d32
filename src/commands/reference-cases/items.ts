import { z } from 'zod';
import { biserial } from '../../core/psychometrics/biserial.ts';
import { cronbachAlpha } from '../../core/psychometrics/cronbach-alpha.ts';
import { discriminationIndex, extremeGroups } from '../../core/psychometrics/discrimination-index.ts';
import { distractorTable } from '../../core/psychometrics/distractor-table.ts';
import { itemDifficulty } from '../../core/psychometrics/item-difficulty.ts';
import { itemStatistics } from '../../core/psychometrics/item-statistics.ts';
import { pearson } from '../../core/psychometrics/pearson.ts';
import { rapidResponses } from '../../core/psychometrics/rapid-responses.ts';
import { sum } from '../../core/psychometrics/sum.ts';
import { statistic, without, type Output, type Statistic } from './statistic.ts';

const n = z.number();
const list = z.array(n);
const option = z.union([n, z.string()]);
const answers = { responses: z.array(z.array(option.nullable())), key: z.array(option) };
type Answers = z.output<z.ZodObject<typeof answers>>;

/** 1 for the keyed option, else 0, for two persons or more who were asked every item. */
function onScored(
  { responses, key }: Answers,
  run: (scored: readonly (readonly number[])[]) => Output,
): Output {
  if (responses.some((row) => row.length !== key.length)) return without('invalid-response');
  if (responses.length < 2) return without('insufficient-n');
  return run(responses.map((row) => row.map((response, item) => Number(response === key[item]))));
}

const againstRest = (item: readonly number[], rest: readonly number[], max: number): Output => {
  const p = itemDifficulty(item, max);
  if (p === null || item.length !== rest.length) return without('invalid-response');
  return { p, r_rest: pearson(item, rest) };
};

/** How single items work. */
export const items: Readonly<Record<string, Statistic>> = {
  'item.mc_stats': statistic(answers, (input) =>
    onScored(input, (scored) => {
      const statistics = itemStatistics(scored);
      const groups = extremeGroups(scored.map(sum));
      const columns = input.key.map((_, item) => scored.map((row) => row[item] ?? 0));
      return {
        p: statistics.map(({ mean }) => mean),
        r_total: statistics.map(({ withTotal }) => withTotal),
        r_rest: statistics.map(({ withRest }) => withRest),
        n_upper: groups.upper.length,
        n_lower: groups.lower.length,
        D: columns.map((column) => discriminationIndex(column, groups)),
        alpha: cronbachAlpha(scored).value,
      };
    }),
  ),
  'item.distractor': statistic({ ...answers, item: n }, (input) =>
    onScored(input, (scored) => {
      const place = input.item - 1;
      if (input.key[place] === undefined) return without('invalid-response');
      const rest = scored.map((row) => sum(row) - (row[place] ?? 0));
      const table = distractorTable(
        input.responses.map((row) => row[place] ?? null),
        rest,
      );
      return {
        option: table.map((one) => one.option),
        share: table.map(({ share }) => share),
        mean_rest: table.map(({ meanRest }) => meanRest),
        pb_rest: table.map(({ withRest }) => withRest),
      };
    }),
  ),
  'item.biserial': statistic({ r_pb: n, p: n }, ({ r_pb, p }) => {
    const r = biserial(r_pb, p);
    return r === null ? without('no-variance') : { r_bis: r };
  }),
  'item.constant': statistic({ item: list, rest: list }, ({ item, rest }) => {
    const found = againstRest(item, rest, 1);
    return { reason: found.r_rest === null ? 'no_variance' : null, ...found };
  }),
  'item.sjt_polytomous': statistic({ item: list, rest: list, max: n }, ({ item, rest, max }) =>
    againstRest(item, rest, max),
  ),
  'item.rapid_guess_nt10': statistic(
    { times_s: z.array(n.nullable()), item_means_s: list },
    ({ times_s, item_means_s }) => {
      if (times_s.length !== item_means_s.length) return without('invalid-response');
      const { thresholds, rapid, effort } = rapidResponses(times_s, item_means_s);
      return { thresholds, rapid, rte: effort };
    },
  ),
};

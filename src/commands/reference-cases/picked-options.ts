import { z } from 'zod';
import { bestWorstPoints } from '../../core/scoring/best-worst-points.ts';
import { bestWorstShare } from '../../core/scoring/best-worst-share.ts';
import { consensusKey } from '../../core/scoring/consensus-key.ts';
import { multiSelectPoints } from '../../core/scoring/multi-select-points.ts';
import { pickedShare } from '../../core/scoring/picked-share.ts';
import { statistic, without, type Output, type Statistic } from './statistic.ts';

const name = z.string();
const pick = name.nullable();
const names = z.array(name);
const picks = z.array(pick);
const values = z.record(name, z.number());
const keyed = { responses: picks, values: z.array(values) };

const given = (scores: readonly (number | null)[]): readonly number[] =>
  scores.filter((score) => score !== null);
const sum = (scores: readonly (number | null)[]): number =>
  given(scores).reduce((total, score) => total + score, 0);

/** Item scores of picks with valued options, and their mean over all items and over the answered ones. */
function partialCredit({ responses, values: keys }: z.output<z.ZodObject<typeof keyed>>) {
  if (responses.length !== keys.length) return null;
  const scores = responses.map((response, item) => {
    const key = new Map(Object.entries(keys[item] ?? {}));
    const picked = response === null ? undefined : key.get(response);
    return picked === undefined ? null : pickedShare(picked, [...key.values()]);
  });
  const answered = given(scores).length;
  return answered === 0
    ? null
    : { scores, omitAsZero: sum(scores) / scores.length, answeredOnly: sum(scores) / answered };
}

const bestWorstValues = statistic({ values, best: pick, worst: pick }, ({ values: key, best, worst }) => {
  const share = bestWorstShare({ best, worst }, key);
  if (share.value === null) return without(share.reason);
  return { raw: share.value, rescaled: (share.value + 1) / 2 };
});

const byOption = (options: readonly string[], score: (place: number) => number): Output =>
  Object.fromEntries(options.map((option, place) => [option, score(place)]));

const modeConsensus = statistic({ expert_choices: picks, options: names }, ({ expert_choices, options }) => {
  const key = consensusKey(options, expert_choices);
  if (key.kind === 'key')
    return { ...byOption(options, (place) => Number(place === key.modal)), modal_share: key.modalShare };
  if (key.kind !== 'tied-mode') return without(key.kind);
  return {
    ...without('tied-mode'),
    tied: key.tied.map((place) => options[place]),
    modal_share: key.modalShare,
  };
});

/** Situational judgment items where options are picked, and keys from picks of experts. */
export const pickedOptions: Readonly<Record<string, Statistic>> = {
  'sjt.pick_one_key': statistic({ responses: picks, key: names }, ({ responses, key }) => {
    if (responses.length !== key.length || key.length === 0) return without('invalid-response');
    const scores = responses.map((response, item) => Number(response === key[item]));
    return { item_scores: scores, total: sum(scores), percent: (100 * sum(scores)) / key.length };
  }),
  'sjt.pick_one_weighted': statistic(keyed, (input) => {
    const credit = partialCredit(input);
    return credit === null
      ? without('invalid-response')
      : { item_scores: credit.scores, mean: credit.answeredOnly };
  }),
  'sjt.pick_one_omitted': statistic(keyed, (input) => {
    const credit = partialCredit(input);
    if (credit === null) return without('invalid-response');
    const { scores, omitAsZero, answeredOnly } = credit;
    return { item_scores: scores, mean_omit_as_zero: omitAsZero, mean_answered_only: answeredOnly };
  }),
  'sjt.best_worst_m2_p2': statistic(
    { key_best: names, key_worst: names, best: picks, worst: picks },
    ({ key_best, key_worst, best, worst }) => {
      const scores = key_best.map((keyBest, item) =>
        bestWorstPoints(
          { best: best[item] ?? null, worst: worst[item] ?? null },
          { isBest: (option) => option === keyBest, isWorst: (option) => option === key_worst[item] },
        ),
      );
      const n = given(scores).length;
      if (n === 0) return without('invalid-response');
      return { item_scores: scores, total: sum(scores), percent: (100 * (sum(scores) + 2 * n)) / (4 * n) };
    },
  ),
  'sjt.best_worst_values': bestWorstValues,
  'sjt.best_worst_same_option': bestWorstValues,
  'sjt.consensus_proportion': statistic(
    { expert_choices: picks, options: names },
    ({ expert_choices, options }) => {
      const key = consensusKey(options, expert_choices);
      return 'shares' in key ? byOption(options, (place) => key.shares[place] ?? 0) : without(key.kind);
    },
  ),
  'sjt.consensus_mode': modeConsensus,
  'sjt.consensus_mode_tie': modeConsensus,
  'sjt.multi_select_3_of_8': statistic({ chosen: names, key: names }, ({ chosen, key }) => ({
    ...(multiSelectPoints(chosen, key) ?? without('invalid-response')),
  })),
};

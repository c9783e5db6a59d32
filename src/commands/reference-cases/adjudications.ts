import { z } from 'zod';
import { scoreWithThird, settleRatings, type ThirdRule } from '../../core/rating/settle-ratings.ts';
import { statistic, without, type Output, type Statistic } from './statistic.ts';

const n = z.number();
const ratings = z.array(n);
const rule = z
  .enum(['parity', 'tertium_quid', 'expert'])
  .transform((spelt) => (spelt === 'tertium_quid' ? 'tertium-quid' : spelt));

const pair = statistic({ ratings, tolerance: n }, (input) => {
  const settled = settleRatings(input.ratings, { tolerance: input.tolerance });
  return {
    final: settled.kind === 'settled' ? settled.final : null,
    needs_third: settled.kind === 'third',
  };
});

function joined([first, second, third]: readonly number[], by: ThirdRule): Output {
  if (first === undefined || second === undefined || third === undefined)
    return without('fewer-than-two-raters');
  return { final: scoreWithThird(first, second, third, by) };
}
const withAdjudicator = statistic({ ratings, adjudicator: n, rule }, (input) =>
  joined([...input.ratings, input.adjudicator], input.rule),
);

/** How ratings of one response become its score. */
export const adjudications: Readonly<Record<string, Statistic>> = {
  'adjudicate.agree': pair,
  'adjudicate.third_needed': pair,
  'adjudicate.parity': statistic({ ratings, rule }, (input) => joined(input.ratings, input.rule)),
  'adjudicate.tertium': withAdjudicator,
  'adjudicate.tertium_equidistant': withAdjudicator,
  'adjudicate.expert': withAdjudicator,
  'adjudicate.single_rater': statistic({ ratings: z.union([n, ratings]), required: n }, (input) => {
    const settled = settleRatings([input.ratings].flat(), { required: input.required });
    return {
      final: settled.kind === 'settled' ? settled.final : null,
      provisional: settled.kind === 'waiting' ? settled.provisional : null,
      needs_second: settled.kind === 'waiting',
    };
  }),
};

// Statistics whose true value is known: their mean over many samples is to come back to it.
import { cronbachAlpha } from '../../dist/core/psychometrics/cronbach-alpha.js';
import { intraclass } from '../../dist/core/psychometrics/intraclass.js';
import { meanSquares } from '../../dist/core/psychometrics/mean-squares.js';
import { nestedRaterComponents } from '../../dist/core/psychometrics/nested-rater-components.js';
import { pearson } from '../../dist/core/psychometrics/pearson.js';
import { promptRaterComponents } from '../../dist/core/psychometrics/prompt-rater-components.js';
import { raterSeverity } from '../../dist/core/psychometrics/rater-severity.js';
import { stratifiedAlpha } from '../../dist/core/psychometrics/stratified-alpha.js';
import { parts, ratings, reliabilityOfSum, times } from './models.mjs';

const N = 200;
const three = { strata: times(3, () => 'one'), within: 0.3, between: 0.3 };
const twelve = { strata: times(12, (item) => `d${item % 3}`), within: 0.16, between: 0.1 };
const panel = { n: N, k: 4, target: 1, rater: 0.15, error: 0.7 };
const variances = { p: 0.5, i: 0.1, r: 0.08, pi: 0.3, pr: 0.05, ir: 0.04, e: 0.4 };

/** Persons × prompts × raters; nested raters are drawn anew for every response. */
function crossed(random, { persons, prompts, raters, nested }) {
  const draw = (variance) => Math.sqrt(variance) * random.normal();
  const { p, i, r, pi, pr, ir, e } = variances;
  const ofPrompt = times(prompts, () => draw(i));
  const ofRater = times(raters, () => draw(r));
  const ofBoth = times(prompts * raters, () => draw(ir));
  return times(persons, (person) => {
    const own = draw(p);
    const withRater = times(raters, () => draw(pr));
    return times(prompts, (prompt) => {
      const mean = own + ofPrompt[prompt] + draw(pi);
      return times(raters, (rater) => ({
        person: `p${person}`,
        prompt: `t${prompt}`,
        rater: nested ? `r${person}-${prompt}-${rater}` : `r${rater}`,
        score: nested
          ? mean + draw(r + pr + ir + e)
          : mean + ofRater[rater] + withRater[rater] + ofBoth[prompt * raters + rater] + draw(e),
      }));
    });
  }).flat(2);
}

const component = (design, name, wanted, nested) => ({
  name: `${design}: ${name}`,
  truth: wanted,
  estimate: (random) => {
    const rows = crossed(random, { persons: 60, prompts: 4, raters: nested ? 2 : 3, nested });
    return (nested ? nestedRaterComponents(rows) : promptRaterComponents(rows))[name];
  },
});

export const ESTIMATES = [
  {
    name: 'alpha of 3 parallel prompts',
    truth: reliabilityOfSum(three),
    estimate: (random) => cronbachAlpha(parts(random, { ...three, n: N })).value,
  },
  {
    name: 'stratified alpha of 12 situations',
    truth: reliabilityOfSum(twelve),
    estimate: (random) => stratifiedAlpha(parts(random, { ...twelve, n: N }), twelve.strata).value,
  },
  {
    name: 'correlation of .40',
    truth: 0.4,
    estimate: (random) => {
      const xs = times(N, () => random.normal());
      return pearson(
        xs,
        xs.map((x) => 0.4 * x + Math.sqrt(1 - 0.16) * random.normal()),
      );
    },
  },
  ...['icc1', 'icc2'].map((kind) => ({
    name: `${kind} of a rater, severity ${kind === 'icc1' ? 'none' : 'of variance .15'}`,
    truth: kind === 'icc1' ? 1 / 1.7 : 1 / 1.85,
    estimate: (random) =>
      intraclass(meanSquares(ratings(random, { ...panel, k: 12, rater: kind === 'icc1' ? 0 : 0.15 })))[kind]
        .value,
  })),
  {
    name: 'variance of severity among 12 raters',
    truth: 0.15,
    estimate: (random) => {
      const table = ratings(random, { ...panel, n: 60, k: 12 });
      const cells = table.flatMap((row, target) => row.map((rating, rater) => ({ target, rater, rating })));
      const { effects } = raterSeverity({
        targets: cells.map(({ target }) => target),
        raters: cells.map(({ rater }) => rater),
        ratings: cells.map(({ rating }) => rating),
      });
      // What is left of error in an effect: its variance over 60 targets.
      return effects.reduce((a, b) => a + b * b, 0) / (effects.length - 1) - panel.error / 60;
    },
  },
  ...Object.entries({ p: 0.5, i: 0.1, r: 0.08, pi: 0.3, pr: 0.05, ir: 0.04, pire: 0.4 }).map(
    ([name, wanted]) => component('p×i×r', name, wanted, false),
  ),
  ...Object.entries({ p: 0.5, i: 0.1, pi: 0.3, raterWithin: 0.57 }).map(([name, wanted]) =>
    component('r:(p×i)', name, wanted, true),
  ),
];

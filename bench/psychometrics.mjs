// Alpha, intraclass correlation, quadratic kappa, Mantel-Haenszel and its form for graded items (mantel) over 100,000
// persons × 48 items in typed arrays, each as a multiple of one plain pass over the same values, and the most memory that
// the process held.
//   node bench/psychometrics.mjs [--persons 100000]
import { parseArgs } from 'node:util';
import { alphaOfTally } from '../dist/core/psychometrics/cronbach-alpha.js';
import { intraclass } from '../dist/core/psychometrics/intraclass.js';
import { itemFunctioning } from '../dist/core/psychometrics/item-functioning.js';
import { meanSquaresOfTally } from '../dist/core/psychometrics/mean-squares.js';
import { kappaOfTally } from '../dist/core/psychometrics/quadratic-kappa.js';
import { tallyDoubleRatings } from '../dist/core/psychometrics/tally-double-ratings.js';
import { tallyItemStrata } from '../dist/core/psychometrics/tally-item-strata.js';
import { tallyItems } from '../dist/core/psychometrics/tally-items.js';
import { tallyRatedStrata } from '../dist/core/psychometrics/tally-rated-strata.js';

const { values } = parseArgs({ options: { persons: { type: 'string' } }, strict: false });
const persons = Number(values.persons ?? 100_000);
const K = 48;
const RUNS = 15;

// Answers of 0 and 1 that hang on a person's ability, from a fixed stream.
let state = 20_261_126;
const next = () => (state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0) / 2 ** 32;
const answers = new Float64Array(persons * K);
const focal = new Uint8Array(persons);
const scores = new Float64Array(persons);
for (let person = 0; person < persons; person += 1) {
  const ability = 0.2 + 0.6 * next();
  focal[person] = next() < 0.3 ? 1 : 0;
  scores[person] = 100 * ability;
  for (let item = 0; item < K; item += 1) answers[person * K + item] = next() < ability ? 1 : 0;
}

function plainPass() {
  let total = 0;
  let squares = 0;
  for (let place = 0; place < answers.length; place += 1) {
    const value = answers[place];
    total += value;
    squares += value * value;
  }
  return total + squares;
}

const tallied = () => {
  const tally = tallyItems(K);
  tally.add(answers);
  return tally;
};

const work = {
  plain: plainPass,
  alpha: () => alphaOfTally(tallied()).value,
  icc: () => intraclass(meanSquaresOfTally(tallied())).icc2k.value,
  qwk: () => {
    const tally = tallyDoubleRatings();
    const half = answers.length / 2;
    tally.add(answers.subarray(0, half), answers.subarray(half));
    return kappaOfTally(tally).value;
  },
  mh: () => {
    const tally = tallyItemStrata(K);
    tally.add(answers, focal);
    return Array.from({ length: K }, (_, item) => itemFunctioning(tally.strataOf(item)).delta)[0];
  },
  mantel: () => {
    const tally = tallyRatedStrata(K, 2);
    tally.add(answers, scores, focal);
    return Array.from({ length: K }, (_, item) => tally.functioningOf(item, 0, 1).relative)[0];
  },
};

const best = {};
for (const [name, run] of Object.entries(work)) {
  best[name] = Infinity;
  for (let n = 0; n < RUNS; n += 1) {
    const started = performance.now();
    run();
    best[name] = Math.min(best[name], performance.now() - started);
  }
}
const { plain, ...statistics } = best;
console.log(`${persons} × ${K}, a plain pass: ${plain.toFixed(1)} ms`);
for (const [name, time] of Object.entries(statistics))
  console.log(
    `${name.padEnd(6)} ${time.toFixed(1).padStart(7)} ms  ${(time / plain).toFixed(2)} times a plain pass`,
  );
console.log(`most memory: ${Math.round(process.resourceUsage().maxRSS / 1024)} MB`);

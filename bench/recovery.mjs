// Whether known figures come back, and how often intervals hold them, over samples from a fixed seed.
//   npm run bench -- recovery [--replications 1000] [--seed 1]
import { parseArgs } from 'node:util';
import { createRandom } from '../dist/simulation/random.js';
import { ESTIMATES } from './recovery/estimates.mjs';
import { INTERVALS } from './recovery/intervals.mjs';

const { values } = parseArgs({ options: { replications: { type: 'string' }, seed: { type: 'string' } } });
const replications = Number(values.replications ?? 1000);
const seed = values.seed ?? '1';
const LEAST_COVERAGE = 0.93;
/** Standard errors of the mean that an estimate may lie from its true value, and a bias that no one would notice. */
const MOST_APART = 4;
const UNNOTICED = 0.01;

let failures = 0;
const say = (ok, ...cells) => {
  if (!ok) failures += 1;
  console.log(`${ok ? ' ' : '!'} ${cells.join('  ')}`);
};

console.log(
  `${replications} samples each, seed ${seed}\n\n  estimate                                        true    mean   (se)`,
);
for (const { name, truth, estimate } of ESTIMATES) {
  const random = createRandom(`${seed} ${name}`);
  const found = Array.from({ length: replications }, () => estimate(random));
  const mean = found.reduce((a, b) => a + b, 0) / replications;
  const spread = found.reduce((a, b) => a + (b - mean) ** 2, 0) / (replications - 1);
  const se = Math.sqrt(spread / replications);
  const ok = Math.abs(mean - truth) <= Math.max(MOST_APART * se, UNNOTICED);
  say(ok, name.padEnd(46), truth.toFixed(3), mean.toFixed(3).padStart(6), `(${se.toFixed(4)})`);
}

console.log('\n  95 % interval                                   true   holds it  below  above  none');
for (const { name, truth, interval } of INTERVALS) {
  const wanted = truth(createRandom(`${seed} truth of ${name}`));
  const random = createRandom(`${seed} ${name}`);
  const counts = { within: 0, below: 0, above: 0, none: 0 };
  for (let n = 0; n < replications; n += 1) {
    const found = interval(random);
    if (found === null || found.lower === null) counts.none += 1;
    else if (found.upper < wanted) counts.below += 1;
    else if (found.lower > wanted) counts.above += 1;
    else counts.within += 1;
  }
  const coverage = counts.within / (replications - counts.none);
  const share = `${(100 * coverage).toFixed(1)} %`;
  const rest = [counts.below, counts.above, counts.none].map((count) => String(count).padStart(5));
  say(coverage >= LEAST_COVERAGE, name.padEnd(46), wanted.toFixed(3), share.padStart(7), ...rest);
}
console.log(failures === 0 ? '\nall as expected' : `\n${failures} marked ! lie outside`);
process.exitCode = failures === 0 ? 0 : 1;

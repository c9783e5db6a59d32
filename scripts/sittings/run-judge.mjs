import { realpathSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { openTrial } from './open-trial.mjs';
import { report } from './report.mjs';

/**
 * A judge is `{ sizes, faults, judge }`: how large it is in full, what `--break` breaks, and
 * `judge(trial, sizes) → { figures, enough, wrong, besides, findings }`. `wrong` counts what the faults lead to, `besides`
 * whatever else must not be; `enough` says that something was judged at all. A fault that says how it `shows` has to be
 * found by itself among the findings.
 */
export async function runJudge(trial, { judge, faults }, { sizes, broken }) {
  const { figures, enough = true, wrong, besides = 0, findings = [] } = await judge(trial, sizes);
  if (!broken) return { figures, passed: enough && wrong + besides === 0 };
  const missed = faults.filter(
    ({ shows }) => shows !== undefined && !findings.some((one) => shows.test(one)),
  );
  for (const { shows } of missed) console.error(`the fault was not found: ${shows}`);
  return { figures, passed: enough && wrong > 0 && missed.length === 0 };
}

/**
 * Runs the judge of a file when that file is what node was started with; `--NAME` sets each of its sizes. One that has a
 * short form proves by it first that it finds its faults in a broken build.
 */
export async function runAlone(url, one) {
  if (realpathSync(process.argv[1]) !== fileURLToPath(url)) return;
  const { break: broken, ...sizes } = readArguments({ ...one.sizes, break: false });
  if (!broken && one.short !== undefined) await prove(one);
  const trial = openTrial(broken ? one.faults : []);
  const verdict = await runJudge(trial, one, { sizes, broken }).finally(trial.close);
  report({ ...sizes, ...verdict.figures }, verdict.passed);
}

async function prove(one) {
  console.error('On a broken build:');
  const trial = openTrial(one.faults);
  const sizes = { ...one.sizes, ...one.short, ...one.shortOnFault };
  const { figures, passed } = await runJudge(trial, one, { sizes, broken: true }).finally(trial.close);
  if (!passed) report({ fault: 'not found in a broken build', ...figures }, false);
  console.error('The fault is found there. On the build as it is:');
}

/** Numbers, words and switches, each as the kind of what it stands in for. */
function readArguments(defaults) {
  const kind = (value) => (typeof value === 'boolean' ? 'boolean' : 'string');
  const options = Object.fromEntries(
    Object.entries(defaults).map(([name, value]) => [name, { type: kind(value) }]),
  );
  const { values } = parseArgs({ options });
  return Object.fromEntries(
    Object.entries(defaults).map(([name, value]) => {
      const given = values[name] ?? value;
      return [name, typeof value === 'number' ? Number(given) : given];
    }),
  );
}

import { realpathSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { openTrial } from './open-trial.mjs';
import { report } from './report.mjs';

/**
 * A judge is `{ sizes, faults, judge }`: how large it is in full, what `--break` breaks, and
 * `judge(trial, sizes) → { figures, enough, wrong, besides }`. `wrong` counts what the faults lead to, `besides` whatever else
 * must not be; `enough` says that something was judged at all.
 */
export async function runJudge(trial, { judge }, { sizes, broken }) {
  const { figures, enough = true, wrong, besides = 0 } = await judge(trial, sizes);
  const passed = enough && (broken ? wrong > 0 : wrong + besides === 0);
  return { figures, passed };
}

/** Runs the judge of a file when that file is what node was started with; `--NAME` sets each of its sizes. */
export async function runAlone(url, one) {
  if (realpathSync(process.argv[1]) !== fileURLToPath(url)) return;
  const { break: broken, ...sizes } = readArguments({ ...one.sizes, break: false });
  const trial = openTrial(broken ? one.faults : []);
  const verdict = await runJudge(trial, one, { sizes, broken }).finally(trial.close);
  report({ ...sizes, ...verdict.figures }, verdict.passed);
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

// The short form of each judge that is named: on the build as it is, which has to stand, and on one with the judge's fault
// in it, which has to be found. One line of JSON for each; what can be shared is opened once.
//   node scripts/sittings/short-forms.mjs NAME...
import { join } from 'node:path';
import { openTrial } from './open-trial.mjs';
import { runJudge } from './run-judge.mjs';

const names = process.argv.slice(2);
const judges = new Map();
for (const name of names)
  judges.set(name, (await import(join(import.meta.dirname, `../judges/${name}.mjs`))).default);

const whole = openTrial();
for (const [name, one] of judges) await tell(whole, name, one, false);
await whole.close();
for (const [name, one] of judges) {
  const trial = openTrial(one.faults);
  await tell(trial, name, one, true);
  await trial.close();
}
process.exit(0);

/** A judge that fails to run at all has not passed, on either build. */
async function tell(trial, name, one, broken) {
  const began = performance.now();
  const sizes = { ...one.sizes, ...one.short, ...(broken ? one.shortOnFault : {}) };
  const { figures, passed } = await runJudge(trial, one, { sizes, broken }).catch((error) => ({
    figures: { fault: error.stack },
    passed: false,
  }));
  const ms = Math.round(performance.now() - began);
  console.log(JSON.stringify({ judge: name, broken, passed, ms, ...figures }));
}

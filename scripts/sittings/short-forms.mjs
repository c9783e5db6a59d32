// The short form of each judge that is named: on the build as it is, which has to stand, and on one with the judge's fault
// in it, which has to be found. One line of JSON for each; what can be shared is opened once.
//   node scripts/sittings/short-forms.mjs NAME[+NAME]...
// NAME+NAME  share one broken build: the fault of neither is one that the other can find
import { join } from 'node:path';
import { openTrial } from './open-trial.mjs';
import { runJudge } from './run-judge.mjs';

const groups = process.argv.slice(2).map((group) => group.split('+'));
const judges = new Map();
for (const name of groups.flat())
  judges.set(name, (await import(join(import.meta.dirname, `../judges/${name}.mjs`))).default);

// Both at once: much of the time a judge waits for a start, a clock or a page.
await Promise.all([judgeWhole(), judgeBroken()]);
process.exit(0);

async function judgeWhole() {
  await tellAll(openTrial(), judges.keys(), false);
}

async function judgeBroken() {
  for (const names of groups) {
    const faults = new Set(names.flatMap((name) => judges.get(name).faults));
    await tellAll(openTrial([...faults]), names, true);
  }
}

async function tellAll(trial, names, broken) {
  for (const name of names) await tell(trial, name, broken);
  await trial.close();
}

/** A judge that fails to run at all has not passed, on either build. */
async function tell(trial, name, broken) {
  const one = judges.get(name);
  const began = performance.now();
  const sizes = { ...one.sizes, ...one.short, ...(broken ? one.shortOnFault : {}) };
  const { figures, passed } = await runJudge(trial, one, { sizes, broken }).catch((error) => ({
    figures: { fault: error.stack },
    passed: false,
  }));
  const ms = Math.round(performance.now() - began);
  console.log(JSON.stringify({ judge: name, broken, passed, ms, ...figures }));
}

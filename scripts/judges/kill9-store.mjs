// Kills the store, a process of its own, again and again while candidates save: nothing acknowledged is lost or differs, and
// the first save after each new start is there within five seconds.
//   npm run judge -- kill9-store [--candidates 200] [--kills 20] [--every 3] [--first-save 5] [--break]
// --break  judges a copy of the build that acknowledges before it writes; the judge must then find losses
import { ACKNOWLEDGES_EARLY, killAgain } from '../sittings/kill-again.mjs';
import { runAlone } from '../sittings/run-judge.mjs';

const kill9Store = {
  sizes: { candidates: 200, kills: 20, every: 3, 'first-save': 5 },
  // A busy machine may start slowly; how fast it starts is for the full form.
  short: { candidates: 4, kills: 1, every: 0.8, 'first-save': 60 },
  faults: [ACKNOWLEDGES_EARLY],
  judge: (trial, sizes) => killAgain(trial.root, 'store', sizes),
};
export default kill9Store;
await runAlone(import.meta.url, kill9Store);

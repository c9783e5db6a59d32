// Saves and hands in around a deadline: in time and on it counts; inside the grace it counts and is flagged; after it a save
// is kept aside and a part is closed by the clock, as of its deadline.
//   npm run judge -- deadline-edge [--break]
// --break  judges a copy of the build without grace; the judge must then find differences
import { parseArgs } from 'node:util';
import { Candidate } from '../sittings/candidate.mjs';
import { copyBuild } from '../sittings/copy-build.mjs';
import { openProduct } from '../sittings/open-product.mjs';
import { openRole } from '../sittings/open-role.mjs';
import { report } from '../sittings/report.mjs';

const { values } = parseArgs({ options: { break: { type: 'boolean' } } });
const PART = 'writing';
const SECOND = 1000;
const SAVE_GRACE = 10 * SECOND;
const HAND_IN_GRACE = 60 * SECOND;
const NO_GRACE = {
  file: 'core/attempt/time-limits.js',
  from: 'SAVE_GRACE_MS = 10_000',
  to: 'SAVE_GRACE_MS = 0',
};

const build = copyBuild(values.break ? [NO_GRACE] : []);
let now = Date.now();
const product = await openProduct(build.root, () => new Date(now));
const role = await openRole(build.root, product.role);
const { items } = role.form.sections.find(({ id }) => id === PART);
const differences = [];
let cases = 0;

async function atDeadline() {
  const candidate = new Candidate(product.url);
  await candidate.beginPart(await role.invite(), role.form, PART);
  await candidate.save(items[0], 1, { a: 'saved in time', b: '' });
  const { parts } = await role.attemptOf(candidate.attemptId);
  return { candidate, deadlineMs: parts[PART].deadlineMs };
}

function expectSame(what, actual, expected) {
  cases += 1;
  if (JSON.stringify(actual) !== JSON.stringify(expected))
    differences.push(`${what}: ${JSON.stringify(actual)} instead of ${JSON.stringify(expected)}`);
}

async function judgeSave(after, expected) {
  const { candidate, deadlineMs } = await atDeadline();
  now = deadlineMs + after;
  const { status, facts } = await candidate.save(items[1], 1, { a: 'at the edge', b: '' });
  const { responses } = await role.attemptOf(candidate.attemptId);
  const kept = await role.keptAside(candidate.attemptId);
  const lateByMs = responses[items[1]]?.lateByMs ?? null;
  const actual = {
    status,
    lateByMs,
    error: facts.error ?? null,
    keptAside: kept.map(({ reason }) => reason),
  };
  expectSame(`a save ${after} ms after the deadline`, actual, expected);
  candidate.close();
}

/** A manifest that knows of a text which is not stored blocks in time only. */
async function judgeHandIn(after, manifest, expected) {
  const { candidate, deadlineMs } = await atDeadline();
  now = deadlineMs + after;
  const { status } = await candidate.handIn(PART, manifest);
  const { parts, receipt } = await role.attemptOf(candidate.attemptId);
  const { closedBy, closedAt } = parts[PART];
  const actual = {
    status,
    closedBy,
    closedAfterMs: closedAt === null ? null : closedAt.getTime() - deadlineMs,
    inReceipt: receipt?.count ?? 0,
  };
  expectSame(`a hand-in ${after} ms after the deadline`, actual, expected);
  candidate.close();
}

const taken = (lateByMs) => ({ status: 200, lateByMs, error: null, keptAside: [] });
const late = { status: 410, lateByMs: null, error: 'late', keptAside: ['late'] };
const handedIn = (after) => ({ status: 303, closedBy: 'hand-in', closedAfterMs: after, inReceipt: 1 });

try {
  await judgeSave(-SECOND, taken(0));
  await judgeSave(0, taken(0));
  await judgeSave(SAVE_GRACE - SECOND, taken(SAVE_GRACE - SECOND));
  await judgeSave(SAVE_GRACE, taken(SAVE_GRACE));
  await judgeSave(SAVE_GRACE + SECOND, late);
  const right = { [items[0]]: 1 };
  const wrong = { [items[0]]: 1, [items[1]]: 1 };
  await judgeHandIn(-SECOND, right, handedIn(-SECOND));
  await judgeHandIn(0, right, handedIn(0));
  await judgeHandIn(0, wrong, { status: 409, closedBy: null, closedAfterMs: null, inReceipt: 0 });
  await judgeHandIn(HAND_IN_GRACE - SECOND, wrong, handedIn(HAND_IN_GRACE - SECOND));
  const byClock = { status: 303, closedBy: 'time', closedAfterMs: 0, inReceipt: 1 };
  await judgeHandIn(HAND_IN_GRACE + SECOND, wrong, byClock);
} finally {
  await role.close();
  await product.close();
  build.remove();
}
for (const one of differences) console.error(one);
const passed = values.break ? differences.length > 0 : differences.length === 0;
report({ cases, differences: differences.length }, passed);

// Saves and hands in around a deadline: in time and on it counts; inside the grace it counts and is flagged; after it a save
// is kept aside and a part is closed by the clock, as of its deadline.
//   npm run judge -- deadline-edge [--saves-only] [--break]
// --break  judges a copy of the build without grace; the judge must then find differences
import { Candidate } from '../sittings/candidate.mjs';
import { openRole } from '../sittings/open-role.mjs';
import { runAlone } from '../sittings/run-judge.mjs';

const PART = 'writing';
const SECOND = 1000;
const SAVE_GRACE = 10 * SECOND;
const HAND_IN_GRACE = 60 * SECOND;
const NO_GRACE = {
  file: 'core/attempt/time-limits.js',
  from: 'SAVE_GRACE_MS = 10_000',
  to: 'SAVE_GRACE_MS = 0',
};
const taken = (lateByMs) => ({ status: 200, lateByMs, error: null, keptAside: [] });
const LATE = { status: 410, lateByMs: null, error: 'late', keptAside: ['late'] };
const handedIn = (after) => ({ status: 303, closedBy: 'hand-in', closedAfterMs: after, inReceipt: 1 });
const BLOCKED = { status: 409, closedBy: null, closedAfterMs: null, inReceipt: 0 };
const BY_CLOCK = { status: 303, closedBy: 'time', closedAfterMs: 0, inReceipt: 1 };

async function judge(trial, { 'saves-only': savesOnly }) {
  const product = await trial.product();
  const role = await openRole(trial.root, product.role);
  let now = Date.now();
  product.setClock(() => now);
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
  async function judgeHandIn(after, isRight, expected) {
    const { candidate, deadlineMs } = await atDeadline();
    now = deadlineMs + after;
    const manifest = isRight ? { [items[0]]: 1 } : { [items[0]]: 1, [items[1]]: 1 };
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

  await judgeSave(-SECOND, taken(0));
  await judgeSave(0, taken(0));
  await judgeSave(SAVE_GRACE - SECOND, taken(SAVE_GRACE - SECOND));
  await judgeSave(SAVE_GRACE, taken(SAVE_GRACE));
  await judgeSave(SAVE_GRACE + SECOND, LATE);
  const handIns = [
    [-SECOND, true, handedIn(-SECOND)],
    [0, true, handedIn(0)],
    [0, false, BLOCKED],
    [HAND_IN_GRACE - SECOND, false, handedIn(HAND_IN_GRACE - SECOND)],
    [HAND_IN_GRACE + SECOND, false, BY_CLOCK],
  ];
  for (const one of savesOnly ? [] : handIns) await judgeHandIn(...one);
  product.setClock(Date.now);
  await role.close();
  return { figures: { cases, differences }, wrong: differences.length };
}

const deadlineEdge = {
  sizes: { 'saves-only': false },
  shortOnFault: { 'saves-only': true },
  faults: [NO_GRACE],
  judge,
};
export default deadlineEdge;
await runAlone(import.meta.url, deadlineEdge);

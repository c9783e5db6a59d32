import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import type { Attempt, Credit } from '../../../src/core/attempt/attempt.ts';
import { creditPart, type CreditPart } from '../../../src/core/attempt/credit-part.ts';
import { partClock } from '../../../src/core/attempt/part-clock.ts';
import { startPart } from '../../../src/core/attempt/start-part.ts';
import type { Section } from '../../../src/core/form/form.ts';
import { aForm, JUDGMENT, WRITING } from '../form/a-form.ts';
import { anAttempt, aRunningAttempt, BEGAN, MINUTE, withPart } from './an-attempt.ts';

const credit = { id: 'credit-1', ms: 5 * MINUTE };
const HOUR = 60 * MINUTE;
const START = BEGAN.getTime();
const DEADLINE = START + 30 * MINUTE;
const form = aForm();
const [judgment] = form.sections as readonly [Section, Section];

const give = (attempt: Attempt, nowMs = START + MINUTE, given: Credit = credit): CreditPart =>
  creditPart({ attempt, section: judgment, credit: given, nowMs });
const refused = (reason: string) => ({ kind: 'refused', reason });

/** The first part closed by the clock; the second waits. */
const timedOut = (given: Partial<Attempt> = {}): Attempt =>
  aRunningAttempt(given, { state: 'closed', closedBy: 'time', closedAt: new Date(DEADLINE) });

describe('a credit of time', () => {
  it('moves the deadline of a running part', () => {
    expect(give(aRunningAttempt())).toEqual({ kind: 'running', deadlineMs: DEADLINE + 5 * MINUTE });
  });

  it('waits for Start where the part has not started', () => {
    expect(give(anAttempt())).toEqual({ kind: 'before-start' });
  });

  it('counts once, whoever repeats it, also after the part was closed', () => {
    const again = withPart(timedOut(), JUDGMENT, { credits: [credit] });
    expect(give(again, DEADLINE + HOUR, { ...credit, ms: 1 })).toEqual({ kind: 'given-before' });
  });

  it('has nothing to add to where there is no limit', () => {
    expect(give(aRunningAttempt({}, { deadlineMs: null }))).toEqual(refused('no-limit'));
    expect(give(anAttempt({ timed: false }))).toEqual(refused('no-limit'));
    expect(give(anAttempt({ timeChoice: 'no-limit' }))).toEqual(refused('no-limit'));
  });

  it('leaves handed in what was handed in', () => {
    const closed = aRunningAttempt({}, { state: 'closed', closedBy: 'hand-in', closedAt: BEGAN });
    expect(give(closed)).toEqual(refused('handed-in'));
  });

  it('cannot start what was left until the end of the attempt', () => {
    expect(give(anAttempt({ state: 'expired' }))).toEqual(refused('over'));
    expect(give(anAttempt(), anAttempt().endsBy.getTime())).toEqual(refused('over'));
  });
});

describe('a credit for a part whose time ran out', () => {
  it.each([
    ['a minute later', MINUTE],
    ['23 hours later', 23 * HOUR],
  ])('opens it again for what is credited, counted from now: %s', (_, later) => {
    const deadlineMs = DEADLINE + later + 5 * MINUTE;
    expect(give(timedOut(), DEADLINE + later)).toMatchObject({ kind: 'reopens', deadlineMs });
  });

  it('does the same where the clock has not closed it yet', () => {
    expect(give(aRunningAttempt(), DEADLINE + 30_000)).toMatchObject({
      kind: 'reopens',
      deadlineMs: DEADLINE + 30_000 + 5 * MINUTE,
    });
  });

  it('opens a finished attempt again, and moves its end with it', () => {
    const attempt = timedOut({ state: 'submitted', finishedAt: new Date(DEADLINE) });
    const over = withPart(attempt, WRITING, { state: 'closed', closedBy: 'hand-in', closedAt: BEGAN });
    expect(give(over, DEADLINE + HOUR)).toEqual({
      kind: 'reopens',
      deadlineMs: DEADLINE + HOUR + 5 * MINUTE,
      endsByMs: attempt.endsBy.getTime() + 5 * MINUTE,
    });
  });

  it('is refused from 24 hours after its end on, with a minute to spare', () => {
    const day = 24 * HOUR;
    expect(give(timedOut(), DEADLINE + day - MINUTE - 1)).toMatchObject({ kind: 'reopens' });
    expect(give(timedOut(), DEADLINE + day - MINUTE)).toEqual(refused('too-late'));
  });

  it('is refused once the last part was handed in, because rating has begun', () => {
    const at = new Date(DEADLINE + HOUR);
    const attempt = timedOut({ state: 'submitted', finishedAt: at });
    const over = withPart(attempt, WRITING, { state: 'closed', closedBy: 'hand-in', closedAt: at });
    expect(give(over, DEADLINE + 2 * HOUR)).toEqual(refused('too-late'));
  });

  it('is refused while another part runs: only one runs at a time', () => {
    const other = withPart(timedOut(), WRITING, { state: 'running', deadlineMs: DEADLINE + 40 * MINUTE });
    expect(give(other, DEADLINE + MINUTE)).toEqual(refused('other-part-runs'));
  });
});

/** What the store makes of a decision. */
function after(attempt: Attempt, given: Credit, nowMs: number): Attempt {
  const decision = give(attempt, nowMs, given);
  const part = partClock(attempt, JUDGMENT);
  if (decision.kind === 'given-before' || decision.kind === 'refused') return attempt;
  return withPart(attempt, JUDGMENT, {
    ...('deadlineMs' in decision ? { deadlineMs: decision.deadlineMs, state: 'running' } : {}),
    creditMs: part.creditMs + given.ms,
    credits: [...part.credits, given],
  });
}

describe('several credits', () => {
  const credits = fc.array(
    fc.record({ id: fc.constantFrom('a', 'b', 'c', 'd', 'e'), ms: fc.integer({ min: 1, max: HOUR }) }),
    { maxLength: 12 },
  );
  const states = fc.constantFrom(anAttempt(), aRunningAttempt());
  const endOf = (attempt: Attempt): number => {
    const { deadlineMs } = partClock(attempt, JUDGMENT);
    if (deadlineMs !== null) return deadlineMs;
    const started = startPart({ attempt, form, section: judgment, epoch: 1, nowMs: START });
    return started.kind === 'started' ? (started.deadlineMs ?? 0) : 0;
  };

  it('never shorten, add up, and count once each in whatever order they come', () => {
    fc.assert(
      fc.property(states, credits, (attempt, drawn) => {
        const one = new Map(drawn.map((given) => [given.id, given]));
        const unique = [...one.values()];
        const twice = [...unique, ...unique.toReversed()];
        const given = twice.reduce((so, next) => {
          const then = after(so, next, START);
          expect(endOf(then)).toBeGreaterThanOrEqual(endOf(so));
          return then;
        }, attempt);
        const backwards = unique.toReversed().reduce((so, next) => after(so, next, START), attempt);
        const sum = unique.reduce((total, { ms }) => total + ms, 0);
        expect(endOf(given)).toBe(endOf(attempt) + sum);
        expect(endOf(backwards)).toBe(endOf(given));
      }),
    );
  });
});

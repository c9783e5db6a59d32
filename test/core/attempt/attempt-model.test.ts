import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { acceptResponse } from '../../../src/core/attempt/accept-response.ts';
import type { Attempt, PartClock, Receipt } from '../../../src/core/attempt/attempt.ts';
import { closeOverdue } from '../../../src/core/attempt/close-overdue.ts';
import { closePart, type PartClosing } from '../../../src/core/attempt/close-part.ts';
import { creditPart } from '../../../src/core/attempt/credit-part.ts';
import { partClock } from '../../../src/core/attempt/part-clock.ts';
import { startPart } from '../../../src/core/attempt/start-part.ts';
import type { ItemId, SectionId } from '../../../src/core/kernel/ids.ts';
import { aForm, JUDGMENT, theSection, WRITING } from '../form/a-form.ts';
import { anAttempt, aStored, BEGAN, MINUTE, withPart } from './an-attempt.ts';

const form = aForm();
const PARTS = [JUDGMENT, WRITING] as const;
const partOf = (item: string): SectionId => (item.startsWith('w') ? WRITING : JUDGMENT);

/** The attempt as the writes of the store would leave it, by the rules alone. */
interface Sitting {
  attempt: Attempt;
  nowMs: number;
}

/** What a person outside would have noted down. */
interface Notes {
  /** The last receipt of a save of each question. */
  readonly acknowledged: Map<string, { readonly seq: number; readonly hash: string }>;
  readonly given: Map<string, Set<string>>;
}

interface Step extends fc.Command<Notes, Sitting> {
  run(notes: Notes, sitting: Sitting): void;
}

function close(attempt: Attempt, sectionId: SectionId, closing: PartClosing): Attempt {
  const { closedAtMs, closedBy, finishes } = closing;
  const closed = withPart(attempt, sectionId, { state: 'closed', closedAt: new Date(closedAtMs), closedBy });
  return finishes ? finish(closed, 'submitted', closedAtMs) : closed;
}

function finish(attempt: Attempt, state: Attempt['state'], atMs: number): Attempt {
  const items = Object.entries(attempt.responses).map(([id, { seq }]) => [id, seq] as const);
  const at = new Date(atMs);
  const receipt: Receipt = {
    code: 'c',
    at,
    count: items.length,
    hash: 'h',
    items: Object.fromEntries(items),
  };
  return { ...attempt, state, finishedAt: at, receipt };
}

const later = (date: Date, ms: number): Date => new Date(date.getTime() + ms);

class Save implements Step {
  readonly item: string;
  readonly epochsBack: number;
  readonly seq: number;
  readonly hash: string;
  constructor(item: string, epochsBack: number, seq: number, hash: string) {
    [this.item, this.epochsBack, this.seq, this.hash] = [item, epochsBack, seq, hash];
  }
  check = () => true;
  run(notes: Notes, sitting: Sitting): void {
    const { attempt, nowMs } = sitting;
    const { seq, hash } = this;
    const epoch = attempt.epoch - this.epochsBack;
    const itemId = this.item as ItemId;
    const save = { itemId, sectionId: partOf(this.item), epoch, seq, hash, recvAtMs: nowMs };
    const decision = acceptResponse(attempt, save);
    if (decision.kind !== 'accepted') return;
    expect(attempt.state).toBe('open');
    expect(decision.lateByMs).toBeLessThanOrEqual(10_000);
    sitting.attempt = {
      ...attempt,
      responses: { ...attempt.responses, [itemId]: aStored({ epoch, seq, hash }) },
    };
    notes.acknowledged.set(this.item, { seq, hash });
  }
  toString = () => `save ${this.item} ${this.seq}${this.hash} of writer −${this.epochsBack}`;
}

class Claim implements Step {
  check = () => true;
  run(_notes: Notes, sitting: Sitting): void {
    sitting.attempt = { ...sitting.attempt, epoch: sitting.attempt.epoch + 1 };
  }
  toString = () => 'claim';
}

class Start implements Step {
  readonly part: SectionId;
  constructor(part: SectionId) {
    this.part = part;
  }
  check = () => true;
  run(_notes: Notes, sitting: Sitting): void {
    const { attempt, nowMs } = sitting;
    const section = theSection(form, this.part);
    const started = startPart({ attempt, form, section, epoch: attempt.epoch, nowMs });
    if (started.kind !== 'started') return;
    const { deadlineMs } = started;
    sitting.attempt = withPart(attempt, this.part, {
      state: 'running',
      startedAt: new Date(nowMs),
      deadlineMs,
    });
  }
  toString = () => `start ${this.part}`;
}

class Credit implements Step {
  readonly part: SectionId;
  readonly id: string;
  readonly ms: number;
  constructor(part: SectionId, id: string, ms: number) {
    [this.part, this.id, this.ms] = [part, id, ms];
  }
  check = () => true;
  run(notes: Notes, sitting: Sitting): void {
    const { attempt, nowMs } = sitting;
    const credit = { id: this.id, ms: this.ms };
    const before = partClock(attempt, this.part);
    const outcome = creditPart({ attempt, section: theSection(form, this.part), credit, nowMs });
    if (outcome.kind === 'refused' || outcome.kind === 'given-before') return;
    // Nothing counts twice, and what was handed in stays handed in.
    const given = notes.given.get(this.part) ?? new Set();
    expect(given.has(this.id)).toBe(false);
    expect(before.closedBy).not.toBe('hand-in');
    notes.given.set(this.part, given.add(this.id));
    const added = { creditMs: before.creditMs + this.ms, credits: [...before.credits, credit] };
    const credited = { ...withPart(attempt, this.part, added), endsBy: later(attempt.endsBy, this.ms) };
    if (outcome.kind === 'before-start') sitting.attempt = credited;
    else {
      const { deadlineMs } = outcome;
      expect(deadlineMs).toBeGreaterThan(before.deadlineMs ?? 0);
      expect(deadlineMs).toBeGreaterThan(nowMs);
      sitting.attempt = withPart(credited, this.part, { deadlineMs });
      if (outcome.kind === 'reopens') sitting.attempt = reopen(sitting.attempt, this.part, outcome.endsByMs);
    }
  }
  toString = () => `credit ${this.part} ${this.id} ${this.ms}`;
}

const reopen = (attempt: Attempt, part: SectionId, endsByMs: number): Attempt => ({
  ...withPart(attempt, part, { state: 'running', closedAt: null, closedBy: null }),
  state: 'open',
  finishedAt: null,
  receipt: null,
  endsBy: new Date(endsByMs),
});

class HandIn implements Step {
  readonly part: SectionId;
  readonly wrong: boolean;
  constructor(part: SectionId, wrong: boolean) {
    [this.part, this.wrong] = [part, wrong];
  }
  check = () => true;
  run(_notes: Notes, sitting: Sitting): void {
    const { attempt, nowMs: recvAtMs } = sitting;
    const section = theSection(form, this.part);
    const seqs = section.items.map((id) => [id, (attempt.responses[id]?.seq ?? 0) + (this.wrong ? 1 : 0)]);
    const manifest = Object.fromEntries(seqs) as Record<ItemId, number>;
    const { deadlineMs } = partClock(attempt, this.part);
    const decision = closePart({ attempt, form, section, epoch: attempt.epoch, manifest, recvAtMs });
    if (decision.kind !== 'close') return;
    // A manifest that does not agree blocks in time, and only then.
    if (this.wrong) expect(recvAtMs).toBeGreaterThan(deadlineMs ?? Number.POSITIVE_INFINITY);
    sitting.attempt = close(attempt, this.part, decision);
  }
  toString = () => `hand in ${this.part}${this.wrong ? ' with a wrong manifest' : ''}`;
}

class Sweep implements Step {
  check = () => true;
  run(_notes: Notes, sitting: Sitting): void {
    const overdue = closeOverdue(sitting.attempt, form, sitting.nowMs);
    if (overdue.kind === 'expire') sitting.attempt = finish(sitting.attempt, 'expired', overdue.finishedAtMs);
    if (overdue.kind !== 'close-part') return;
    const { deadlineMs } = partClock(sitting.attempt, overdue.sectionId);
    expect(overdue.closedAtMs).toBe(deadlineMs);
    sitting.attempt = close(sitting.attempt, overdue.sectionId, overdue);
  }
  toString = () => 'sweep';
}

class Tick implements Step {
  readonly ms: number;
  constructor(ms: number) {
    this.ms = ms;
  }
  check = () => true;
  run(_notes: Notes, sitting: Sitting): void {
    sitting.nowMs += this.ms;
  }
  toString = () => `tick ${this.ms}`;
}

/** Each step, and after it everything that always holds. */
class Watched implements Step {
  readonly step: Step;
  constructor(step: Step) {
    this.step = step;
  }
  check = () => true;
  run(notes: Notes, sitting: Sitting): void {
    const before = sitting.attempt;
    this.step.run(notes, sitting);
    expectAlways(notes, before, sitting.attempt, this.step instanceof Credit);
  }
  toString = () => this.step.toString();
}

function expectAlways(notes: Notes, before: Attempt, after: Attempt, credited: boolean): void {
  for (const [item, receipt] of notes.acknowledged)
    expect(after.responses[item as ItemId]).toMatchObject(receipt);
  const clocks = PARTS.map((id) => partClock(after, id));
  for (const [index, clock] of clocks.entries())
    expectSound(clock, partClock(before, PARTS[index] ?? JUDGMENT), credited);
  expect(clocks.filter(({ state }) => state === 'running').length).toBeLessThanOrEqual(1);
  expect(after.receipt !== null).toBe(after.state !== 'open');
  if (after.receipt === null) return;
  const stored = Object.entries(after.responses).map(([id, { seq }]) => [id, seq]);
  expect(after.receipt.items).toEqual(Object.fromEntries(stored));
  if (before.receipt !== null) expect(after.receipt).toBe(before.receipt);
}

function expectSound(clock: PartClock, before: PartClock, credited: boolean): void {
  expect(new Set(clock.credits.map(({ id }) => id)).size).toBe(clock.credits.length);
  expect(clock.creditMs).toBe(clock.credits.reduce((sum, { ms }) => sum + ms, 0));
  if (before.deadlineMs !== null && !credited) expect(clock.deadlineMs).toBe(before.deadlineMs);
  if (before.closedBy === 'hand-in') expect(clock).toEqual(before);
}

const part = fc.constantFrom(...PARTS);
const steps = [
  fc
    .record({
      item: fc.constantFrom('j01', 'b01', 'w01'),
      back: fc.constantFrom(0, 0, 0, 1),
      seq: fc.integer({ min: 1, max: 6 }),
      hash: fc.constantFrom('p', 'q'),
    })
    .map(({ item, back, seq, hash }) => new Save(item, back, seq, hash)),
  fc.constant(new Claim()),
  part.map((id) => new Start(id)),
  fc
    .tuple(part, fc.constantFrom('a', 'b', 'c'), fc.integer({ min: 1, max: 20 * MINUTE }))
    .map(([id, credit, ms]) => new Credit(id, credit, ms)),
  fc.tuple(part, fc.constantFrom(false, false, true)).map(([id, wrong]) => new HandIn(id, wrong)),
  fc.constant(new Sweep()),
  fc
    .oneof(fc.integer({ min: 0, max: 15 * MINUTE }), fc.integer({ min: 0, max: 70_000 }))
    .map((ms) => new Tick(ms)),
  fc.constant(new Tick(24 * 60 * MINUTE)),
].map((arbitrary) => (arbitrary as fc.Arbitrary<Step>).map((step) => new Watched(step)));

describe('an attempt, whatever happens to it in whatever order', () => {
  it('keeps what was acknowledged, moves deadlines by credits only, and has one receipt of what is stored', () => {
    fc.assert(
      fc.property(fc.commands(steps, { maxCommands: 50, size: 'max' }), (commands) => {
        fc.modelRun(
          () => ({
            model: { acknowledged: new Map(), given: new Map() } satisfies Notes,
            real: { attempt: anAttempt(), nowMs: BEGAN.getTime() },
          }),
          commands,
        );
      }),
      { numRuns: 200 },
    );
  });
});

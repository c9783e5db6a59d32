import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { acceptResponse } from '../../../src/core/attempt/accept-response.ts';
import type { Attempt } from '../../../src/core/attempt/attempt.ts';
import type { ItemId } from '../../../src/core/kernel/ids.ts';
import { JUDGMENT } from '../form/a-form.ts';
import { aRunningAttempt, aStored, BEGAN } from './an-attempt.ts';

const ITEMS = ['j01', 'b01'] as const;

/** What may arrive, in any order and any number of times. */
type Step =
  | {
      readonly kind: 'save';
      readonly item: (typeof ITEMS)[number];
      readonly epoch: number;
      readonly seq: number;
      readonly text: string;
    }
  | { readonly kind: 'claim' }
  | { readonly kind: 'tick'; readonly ms: number };

const save = fc.record({
  kind: fc.constant('save' as const),
  item: fc.constantFrom(...ITEMS),
  epoch: fc.integer({ min: 1, max: 4 }),
  seq: fc.integer({ min: 1, max: 8 }),
  text: fc.constantFrom('p', 'q'),
});
const step: fc.Arbitrary<Step> = fc.oneof(
  { weight: 12, arbitrary: save },
  { weight: 1, arbitrary: fc.constant({ kind: 'claim' as const }) },
  {
    weight: 1,
    arbitrary: fc.record({ kind: fc.constant('tick' as const), ms: fc.integer({ min: 0, max: 900_000 }) }),
  },
);

interface World {
  readonly attempt: Attempt;
  readonly nowMs: number;
}

/** One step through the rules, with the write that the store makes for an accepted save. */
function take(world: World, next: Step): { readonly world: World; readonly decision: string } {
  if (next.kind === 'claim') {
    return {
      world: { ...world, attempt: { ...world.attempt, epoch: world.attempt.epoch + 1 } },
      decision: 'claimed',
    };
  }
  if (next.kind === 'tick') return { world: { ...world, nowMs: world.nowMs + next.ms }, decision: 'ticked' };
  const itemId = next.item as ItemId;
  const { epoch, seq, text: hash } = next;
  const recvAtMs = world.nowMs;
  const decision = acceptResponse(world.attempt, { itemId, sectionId: JUDGMENT, epoch, seq, hash, recvAtMs });
  if (decision.kind !== 'accepted') return { world, decision: decision.kind };
  const responses = { ...world.attempt.responses, [itemId]: aStored({ epoch, seq, hash }) };
  return { world: { ...world, attempt: { ...world.attempt, responses } }, decision: 'accepted' };
}

const start: World = { attempt: aRunningAttempt(), nowMs: BEGAN.getTime() };

describe('the saving rules, for any order of saves, claims, delays and repeats', () => {
  it('keep for each item the save with the highest order (writer, number) that was acknowledged', () => {
    fc.assert(
      fc.property(fc.array(step, { maxLength: 60 }), (steps) => {
        let world = start;
        const acknowledged = new Map<string, { epoch: number; seq: number; hash: string }>();
        for (const next of steps) {
          const { world: after, decision } = take(world, next);
          world = after;
          if (next.kind !== 'save' || decision !== 'accepted') continue;
          const before = acknowledged.get(next.item);
          // Nothing acknowledged is ever overtaken by something older.
          if (before) expect(next.seq > before.seq && next.epoch >= before.epoch).toBe(true);
          acknowledged.set(next.item, { epoch: next.epoch, seq: next.seq, hash: next.text });
        }
        for (const item of ITEMS) {
          const stored = world.attempt.responses[item as ItemId];
          const last = acknowledged.get(item);
          expect(stored && { epoch: stored.epoch, seq: stored.seq, hash: stored.hash }).toEqual(last);
        }
      }),
      { numRuns: 5000 },
    );
  });

  it('end at the highest number of the writer, however its saves are shuffled and repeated', () => {
    const sent = fc.shuffledSubarray([1, 2, 3, 4, 5, 6, 7, 8], { minLength: 1 });
    fc.assert(
      fc.property(sent, fc.array(fc.nat(7)), (seqs, again) => {
        const order = [...seqs, ...again.map((index) => seqs[index % seqs.length] ?? 1)];
        const end = order.reduce<World>(
          (world, seq) =>
            take(world, { kind: 'save', item: 'j01', epoch: 1, seq, text: `text-${seq}` }).world,
          start,
        );
        const highest = Math.max(...seqs);
        expect(end.attempt.responses['j01' as ItemId]).toMatchObject({
          seq: highest,
          hash: `text-${highest}`,
        });
      }),
      { numRuns: 5000 },
    );
  });

  it('answer a repeat of the last accepted save as a duplicate at any later time', () => {
    fc.assert(
      fc.property(fc.array(step, { maxLength: 40 }), fc.array(step, { maxLength: 5 }), (steps, later) => {
        let world = start;
        let last: Step | null = null;
        for (const next of steps) {
          const taken = take(world, next);
          world = taken.world;
          if (taken.decision === 'accepted') last = next;
        }
        if (last?.kind !== 'save') return;
        const { item } = last;
        for (const next of later)
          if (next.kind !== 'save' || next.item !== item) world = take(world, next).world;
        expect(take(world, last).decision).toBe('duplicate');
      }),
      { numRuns: 2000 },
    );
  });
});

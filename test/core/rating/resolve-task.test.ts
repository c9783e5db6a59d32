import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { FREE_SLOT } from '../../../src/core/rating/free-slot.ts';
import type { Judgement, Slot } from '../../../src/core/rating/rating-task.ts';
import { resolveTask } from '../../../src/core/rating/resolve-task.ts';
import { referenceCase } from '../../reference/reference-case.ts';
import { COMMUNICATION, CRITERIA, EMPATHY, handedIn, held, judged, unratable } from './a-rating-task.ts';

const resolve = (slots: readonly Slot[], thirdAvailable = true) =>
  resolveTask({ criteria: CRITERIA, slots, thirdAvailable });
const after = (...judgements: readonly Judgement[]) =>
  resolve(judgements.map((judgement) => handedIn(judgement)));
const level = (kind: 'mean' | 'third', value: number) => ({ kind, level: value });
const rated = (empathy: object, communication: object) => ({
  kind: 'resolved',
  resolution: { kind: 'rated', criteria: { [EMPATHY]: empathy, [COMMUNICATION]: communication } },
});

describe('resolution by two raters', () => {
  it('is the mean where they are at most one level apart (adjudicate.agree)', () => {
    const { input, expected } = referenceCase<{ ratings: [number, number] }, { final: number }>(
      'adjudicate.agree',
    );
    const [first, second] = input.ratings;
    expect(after(judged(first, 5), judged(second, 5))).toEqual(
      rated(level('mean', expected.final), level('mean', 5)),
    );
  });
  it('waits while one of the two is missing (adjudicate.single_rater)', () => {
    expect(resolve([])).toEqual({ kind: 'rating' });
    expect(after(judged(4, 4))).toEqual({ kind: 'rating' });
    expect(resolve([handedIn(judged(4, 4)), held(judged(4, 4))])).toEqual({ kind: 'rating' });
  });
  it('calls a third where a criterion is two levels apart', () => {
    expect(after(judged(2, 3), judged(4, 3))).toEqual({ kind: 'third' });
  });
  it('calls a third where one could not rate, whatever the other says', () => {
    expect(after(judged(3, 3), unratable())).toEqual({ kind: 'third' });
  });
  it('goes to the lead with everything open where neither could rate', () => {
    expect(after(unratable(), unratable('blank'))).toEqual({ kind: 'lead', settled: {}, open: CRITERIA });
  });
  it('sends only the criteria in dispute to the lead where nobody is left to be the third', () => {
    const slots = [handedIn(judged(2, 3)), handedIn(judged(5, 4))];
    expect(resolve(slots, false)).toEqual({
      kind: 'lead',
      settled: { [COMMUNICATION]: level('mean', 3.5) },
      open: [EMPATHY],
    });
  });
});

describe('resolution with a third rater', () => {
  it('takes the mean of three on criteria in dispute only (adjudicate.parity)', () => {
    const { input, expected } = referenceCase<{ ratings: [number, number, number] }, { final: number }>(
      'adjudicate.parity',
    );
    const [first, second, third] = input.ratings;
    const outcome = after(judged(first, 3), judged(second, 4), judged(third, 1));
    expect(outcome).toEqual(rated(level('third', 10 / 3), level('mean', 3.5)));
    expect(expected.final).toBeCloseTo(10 / 3, 12);
  });
  it('is the third’s level where it lies exactly between (adjudicate.tertium_equidistant)', () => {
    expect(after(judged(2, 3), judged(4, 3), judged(3, 3))).toEqual(
      rated(level('third', 3), level('mean', 3)),
    );
  });
  it('goes on waiting while the third slot is held, even if nobody else would be left', () => {
    const slots = [handedIn(judged(1, 3)), handedIn(judged(5, 3)), held(null)];
    expect(resolve(slots, false)).toEqual({ kind: 'third' });
  });
  it('makes a pair of the third and the one who could rate', () => {
    expect(after(unratable(), judged(3, 4), judged(4, 4))).toEqual(
      rated(level('mean', 3.5), level('mean', 4)),
    );
    expect(after(judged(3, 4), unratable(), judged(4, 4))).toEqual(
      rated(level('mean', 3.5), level('mean', 4)),
    );
  });
  it('goes to the lead where that pair disagrees too', () => {
    expect(after(unratable(), judged(1, 4), judged(4, 4))).toEqual({
      kind: 'lead',
      settled: { [COMMUNICATION]: level('mean', 4) },
      open: [EMPATHY],
    });
  });
  it('goes to the lead where the second one could not rate either', () => {
    expect(after(judged(3, 4), unratable(), unratable())).toEqual({
      kind: 'lead',
      settled: {},
      open: CRITERIA,
    });
  });
  it('goes to the lead with the dispute where the third could not rate', () => {
    expect(after(judged(1, 4), judged(4, 4), unratable())).toEqual({
      kind: 'lead',
      settled: { [COMMUNICATION]: level('mean', 4) },
      open: [EMPATHY],
    });
  });
  it('does not use a third that was not needed', () => {
    expect(after(judged(3, 3), judged(3, 3), judged(1, 1))).toEqual(
      rated(level('mean', 3), level('mean', 3)),
    );
  });
});

describe('resolution after a void', () => {
  it('uses the first two slots that are not voided', () => {
    const voided = { ...handedIn(judged(1, 1)), voided: { reason: 'drift' } };
    expect(resolve([voided, handedIn(judged(4, 4)), FREE_SLOT])).toEqual({ kind: 'rating' });
    expect(resolve([voided, handedIn(judged(4, 4)), handedIn(judged(5, 4))])).toEqual(
      rated(level('mean', 4.5), level('mean', 4)),
    );
  });
});

const anyLevel = fc.integer({ min: 1, max: 5 });
const anyJudgement = fc.oneof(
  { weight: 5, arbitrary: fc.tuple(anyLevel, anyLevel).map(([e, c]) => judged(e, c)) },
  { weight: 1, arbitrary: fc.constant(unratable()) },
);

describe('resolution in general', () => {
  it('does not depend on which of the two raters is first', () => {
    fc.assert(
      fc.property(
        anyJudgement,
        anyJudgement,
        fc.option(anyJudgement),
        fc.boolean(),
        (one, two, third, available) => {
          const rest = third === null ? [] : [handedIn(third)];
          expect(resolve([handedIn(two), handedIn(one), ...rest], available)).toEqual(
            resolve([handedIn(one), handedIn(two), ...rest], available),
          );
        },
      ),
    );
  });
  it('settles every criterion exactly once and keeps levels on the scale', () => {
    fc.assert(
      fc.property(anyJudgement, anyJudgement, anyJudgement, (one, two, third) => {
        const outcome = after(one, two, third);
        if (outcome.kind === 'resolved' && outcome.resolution.kind === 'rated') {
          expect(Object.keys(outcome.resolution.criteria).sort()).toEqual([...CRITERIA].sort());
          for (const settled of Object.values(outcome.resolution.criteria)) {
            expect(settled.level).toBeGreaterThanOrEqual(1);
            expect(settled.level).toBeLessThanOrEqual(5);
          }
        } else {
          expect(outcome.kind).toBe('lead');
        }
        if (outcome.kind === 'lead') {
          expect([...Object.keys(outcome.settled), ...outcome.open].sort()).toEqual([...CRITERIA].sort());
        }
      }),
    );
  });
});

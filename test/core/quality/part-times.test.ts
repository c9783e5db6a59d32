import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import type { PartClock } from '../../../src/core/attempt/attempt.ts';
import type { Section } from '../../../src/core/form/form.ts';
import type { SectionId } from '../../../src/core/kernel/ids.ts';
import { tallyPartTimes, type SittingClocks } from '../../../src/core/quality/part-times.ts';
import { findShortLimits } from '../../../src/core/quality/short-limits.ts';

const ID = 'writing' as SectionId;
const SECTION: Section = {
  ...{ id: ID, title: 'Writing', kind: 'written', minutes: 40, usualMinutes: '25–35', items: [] },
};

function sitting(minutes: number, own: Partial<SittingClocks> = {}, part: Partial<PartClock> = {}) {
  const startedAt = new Date('2026-03-02T10:00:00Z');
  const clock: PartClock = {
    ...{ state: 'closed', deadlineMs: null, creditMs: 0, credits: [], closedBy: 'hand-in' },
    startedAt,
    closedAt: new Date(startedAt.getTime() + minutes * 60_000),
    ...part,
  };
  return { timed: true, timeChoice: 'no-limit', parts: { [ID]: clock }, ...own } as SittingClocks;
}

function timeOf(sittings: readonly SittingClocks[]) {
  const tally = tallyPartTimes([SECTION]);
  tally.add(sittings);
  const [time] = tally.times();
  if (time === undefined) throw new Error('the part has no time');
  return time;
}
const upTo = (count: number) => Array.from({ length: count }, (_, place) => sitting(place + 1));

describe('the time that a part takes without a limit', () => {
  it.each([
    ['of nobody', upTo(0), { n: 0, minutes: { value: null, reason: 'insufficient-n' } }],
    ['of too few', upTo(49), { n: 49, minutes: { value: null, reason: 'insufficient-n' } }],
    ['of fifty', upTo(50), { n: 50, minutes: { value: expect.closeTo(47.55, 9), reason: null } }],
    ['of a hundred and one', upTo(101), { n: 101, minutes: { value: 96, reason: null } }],
  ])('%s is known from fifty on', (_, sittings, wanted) => {
    expect(timeOf(sittings)).toEqual({ sectionId: ID, ...wanted });
  });

  it.each([
    ['a role without limits', sitting(90, { timed: false, timeChoice: 'usual' }), 1],
    ['the usual limit', sitting(90, { timeChoice: 'usual' }), 0],
    ['twice the limit', sitting(90, { timeChoice: 'plus-100' }), 0],
    ['a part that the clock closed', sitting(90, {}, { closedBy: 'time' }), 0],
    ['a part that runs', sitting(90, {}, { state: 'running', closedAt: null, closedBy: null }), 0],
    ['a part without a start', sitting(90, {}, { startedAt: null }), 0],
    ['an attempt without the part', sitting(90, { parts: {} }), 0],
  ])('counts %s as it should', (_, one, n) => {
    expect(timeOf([one]).n).toBe(n);
  });

  it('lies between the shortest and the longest, in whatever order and portions people come', () => {
    const minutes = fc.array(fc.double({ min: 0, max: 20_000, noNaN: true }), {
      minLength: 50,
      maxLength: 90,
    });
    fc.assert(
      fc.property(minutes, fc.nat(90), (all, cut) => {
        const whole = all.map((one) => Math.round(one * 60_000) / 60_000);
        const found = timeOf(whole.map((one) => sitting(one))).minutes.value ?? NaN;
        expect(found).toBeGreaterThanOrEqual(Math.min(...whole) - 1e-9);
        expect(found).toBeLessThanOrEqual(Math.max(...whole) + 1e-9);
        const tally = tallyPartTimes([SECTION]);
        const turned = [...whole].reverse().map((one) => sitting(one));
        tally.add(turned.slice(0, cut));
        tally.add(turned.slice(cut));
        expect(tally.times()[0]?.minutes.value).toBe(found);
      }),
      { numRuns: 100 },
    );
  });
});

describe('a limit', () => {
  const known = (value: number) => ({
    ...{ sectionId: ID, n: 50, minutes: { value, reason: null } },
  });
  const few = { sectionId: ID, n: 9, minutes: { value: null, reason: 'insufficient-n' } } as const;

  it.each([
    ['nothing is known', [few], []],
    ['it was just enough', [known(40)], []],
    ['it was not enough', [known(40.1)], [41]],
    ['a report knows nothing, an older one does', [few, known(52), known(30)], [52]],
    ['another part took longer', [{ ...known(90), sectionId: 'talking' as SectionId }], []],
  ])('is found too short or not where %s', (_, times, wanted) => {
    expect(findShortLimits([SECTION], times).map(({ minutes }) => minutes)).toEqual(wanted);
  });
});

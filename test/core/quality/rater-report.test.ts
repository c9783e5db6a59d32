import { describe, expect, it } from '@jest/globals';
import type { RatingTaskId } from '../../../src/core/kernel/ids.ts';
import { raterReport, ratersOf } from '../../../src/core/quality/rater-report.ts';
import { aRatingTask, handedIn, judged, person, unratable } from '../rating/a-rating-task.ts';

/** Thirty responses; `own` and `other` give the two levels of the response with that number. */
const tasks = (
  count: number,
  own: (index: number) => [number, number],
  other: (index: number) => [number, number],
) =>
  Array.from({ length: count }, (_, index) =>
    aRatingTask({
      id: `task-${index}` as RatingTaskId,
      state: 'resolved',
      slots: [
        handedIn(judged(...own(index)), 'one'),
        handedIn(judged(...other(index)), 'two'),
        handedIn(judged(1, 5), 'third'),
      ],
    }),
  );
const varied = (index: number): [number, number] => [1 + (index % 5), 1 + ((index * 2) % 5)];

describe('the report of a rater', () => {
  it('says nothing below thirty double ratings but how many there are', () => {
    const report = raterReport(tasks(29, varied, varied), person('one'));
    expect(report).toMatchObject({
      n: 29,
      severity: null,
      halo: null,
      spread: null,
      middle: null,
      flags: [],
      agreement: [],
    });
  });

  it('finds two raters alike who give the same levels', () => {
    const report = raterReport(tasks(30, varied, varied), person('one'));
    expect(report.n).toBe(30);
    expect(report.severity).toBeCloseTo(0, 10);
    expect(report.flags).toEqual([]);
    expect(report.agreement).toHaveLength(2);
    expect(report.agreement[0]).toMatchObject({ n: 30, exact: 1, adjacent: 1, kappa: { value: 1 } });
  });

  it('calls one harsh and the other mild by half of what lies between them', () => {
    const low = tasks(
      30,
      (i) => [1 + (i % 3), 2 + (i % 2)],
      (i) => [3 + (i % 3), 4 + (i % 2)],
    );
    const [harsh, mild] = [raterReport(low, person('one')), raterReport(low, person('two'))];
    expect(harsh.severity).toBeCloseTo(-1, 10);
    expect(mild.severity).toBeCloseTo(1, 10);
    expect(harsh.flags).toEqual(['harsh']);
    expect(mild.flags).toEqual(['mild']);
  });

  it('points at levels that hardly differ, of which no correlation is told', () => {
    const flat = raterReport(
      tasks(30, () => [3, 3], varied),
      person('one'),
    );
    expect(flat.halo?.own).toBeNull();
    expect(flat.halo?.others).toBeCloseTo(0.5, 10);
    expect(flat.flags).toEqual(['narrow-range', 'central-tendency']);
  });

  /** Two criteria whose levels go together but for the first `apart` responses. */
  const together = (apart: number) =>
    raterReport(
      tasks(30, (i) => (i < apart ? [1 + (i % 5), 5 - (i % 5)] : [1 + (i % 5), 1 + (i % 5)]), varied),
      person('one'),
    );

  it.each([
    { apart: 0, r: 1, flagged: true },
    { apart: 2, r: 50 / Math.sqrt(60 * 58.8), flagged: true },
    { apart: 5, r: 2 / 3, flagged: false },
  ])('points at criteria that go together by more than .80: $apart of 30 apart', ({ apart, r, flagged }) => {
    const report = together(apart);
    expect(report.halo?.own).toBeCloseTo(r, 10);
    expect(report.flags.includes('halo')).toBe(flagged);
  });

  it.each([
    { own: (i: number): [number, number] => [2 + (i % 2), 3 - (i % 2)], narrow: true },
    { own: (i: number): [number, number] => [2 + 2 * (i % 2), 4 - 2 * (i % 2)], narrow: false },
  ])('points at a spread below half of the others: $narrow', ({ own, narrow }) => {
    const report = raterReport(tasks(30, own, varied), person('one'));
    expect(report.flags.includes('narrow-range')).toBe(narrow);
  });

  it.each([
    { middle: 18, of: 30, share: 0.6, flagged: false },
    { middle: 19, of: 30, share: 19 / 30, flagged: true },
    { middle: 40, of: 40, share: 1, flagged: true },
    { middle: 29, of: 29, share: null, flagged: false },
  ])('points at $middle of $of responses on the middle level: $flagged', ({ middle, of, share, flagged }) => {
    const own = (index: number): [number, number] => (index < middle ? [3, 3] : [1, 5]);
    const report = raterReport(tasks(of, own, varied), person('one'));
    expect(report.middle?.own ?? null).toBe(share);
    expect(report.flags.includes('central-tendency')).toBe(flagged);
  });

  it('leaves out third raters, voided seats and what could not be rated', () => {
    const [first] = tasks(1, varied, varied);
    if (first === undefined) throw new Error('no task');
    expect(ratersOf([first])).toEqual(['one', 'two']);
    expect(raterReport([first], person('third')).n).toBe(0);
    const voided = { ...handedIn(judged(1, 1), 'gone'), voided: { reason: 'drift' } };
    expect(raterReport([{ ...first, slots: [voided, ...first.slots] }], person('gone')).n).toBe(0);
    const silent = [handedIn(unratable(), 'one'), handedIn(judged(3, 3), 'two')];
    expect(raterReport([{ ...first, slots: silent }], person('two')).n).toBe(0);
  });
});

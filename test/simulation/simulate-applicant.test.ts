import { describe, expect, it } from '@jest/globals';
import type { RatingTask } from '../../src/core/rating/rating-task.ts';
import { simulateApplicant, type SimulatedApplicant } from '../../src/simulation/simulate-applicant.ts';
import { aCourse, aSetting } from './a-setting.ts';

const setting = aSetting('one');
const people = Array.from({ length: 400 }, (_, number) => simulateApplicant(setting, aCourse(number)));
const tasks = people.flatMap((person) => person.tasks);

/** What the seed decides: everything but the ids. */
const contentOf = ({ attempt, tasks: rated, score, standing }: SimulatedApplicant) => ({
  responses: Object.entries(attempt?.responses ?? {}).map(([itemId, { value, hash }]) => [
    itemId,
    value,
    hash,
  ]),
  judgements: rated.map(({ slots }) => slots.map(({ judgement }) => judgement)),
  result: score?.result,
  scores: [standing.judgment, standing.written, standing.criteria],
});

describe('simulateApplicant', () => {
  it('makes the same person of the same seed and number, whoever else is simulated', () => {
    const again = { ...aSetting('one'), raterIds: setting.raterIds };
    expect(contentOf(simulateApplicant(again, aCourse(7)))).toEqual(contentOf(person(7)));
    expect(contentOf(person(8))).not.toEqual(contentOf(person(7)));
    const other = simulateApplicant({ ...again, seed: 'two' }, aCourse(7));
    expect(contentOf(other)).not.toEqual(contentOf(person(7)));
  });

  it('keeps the same score and standing of somebody whose evidence is not kept', () => {
    const {
      attempt,
      tasks: rated,
      score,
      standing,
    } = simulateApplicant(setting, aCourse(7, { evidence: false }));
    expect({ attempt, rated }).toEqual({ attempt: null, rated: [] });
    expect(score?.result).toEqual(person(7).score?.result);
    expect(score?.evidenceHash).toBe(person(7).score?.evidenceHash);
    expect(standing.criteria).toEqual(person(7).standing.criteria);
    expect(standing.evidence).toEqual({ kind: 'complete' });
  });

  it('lets about 55 of 100 begin on a phone and 40 on a computer, whatever they score', () => {
    const shareOf = (deviceClass: string) =>
      people.filter((one) => one.deviceClass === deviceClass).length / people.length;
    expect(Math.abs(shareOf('phone') - 0.55)).toBeLessThan(0.06);
    expect(Math.abs(shareOf('computer') - 0.4)).toBeLessThan(0.06);
    expect(Math.abs(shareOf('tablet') - 0.05)).toBeLessThan(0.03);
  });

  it('says plainly that nobody is behind a name', () => {
    expect(person(7).contact).toMatchObject({
      name: 'Simulated person 7',
      email: 'person-7@simulated.example',
    });
  });

  it('lets different raters read a response, and a third one only where two do not agree', () => {
    for (const { slots } of tasks) {
      expect(new Set(slots.map(({ raterId }) => raterId)).size).toBe(slots.length);
    }
    const levelsApart = ({ slots: [first, second], criteria }: RatingTask) =>
      criteria.map((id) =>
        Math.abs((first?.judgement?.levels[id] ?? 9) - (second?.judgement?.levels[id] ?? 0)),
      );
    const withThird = tasks.filter(({ slots }) => slots.length === 3);
    const withTwo = tasks.filter(({ slots, resolution }) => slots.length === 2 && isMean(resolution));
    expect(withTwo.length).toBeGreaterThan(0.5 * tasks.length);
    expect(withThird.length).toBeGreaterThan(0.2 * tasks.length);
    expect(withThird.length).toBeLessThan(0.5 * tasks.length);
    for (const task of withThird) expect(Math.max(...levelsApart(task))).toBeGreaterThan(1);
    for (const task of withTwo) expect(Math.max(...levelsApart(task))).toBeLessThan(2);
  });

  it('settles everything of finished people, here and there by the lead', () => {
    expect(tasks.filter(({ state }) => state !== 'resolved')).toEqual([]);
    const byLead = tasks.flatMap(({ resolution }) =>
      resolution?.kind === 'unratable' ? [resolution.by] : [],
    );
    expect(new Set(byLead)).toEqual(new Set([setting.leadId]));
  });

  it('leaves a few people without care or with something missing, and most complete', () => {
    const kinds = people.map(({ standing }) => standing.evidence.kind);
    expect(kinds.filter((kind) => kind === 'complete').length).toBeGreaterThan(0.95 * people.length);
    expect(kinds).toContain('part-missing');
    const emptied = people.filter(({ standing: { criteria } }) =>
      criteria.some(({ prompts }) => Object.values(prompts).some(({ basis }) => basis === 'empty')),
    );
    expect(emptied.length).toBeGreaterThan(0);
    expect(emptied.length).toBeLessThan(0.06 * people.length);
  });
});

describe('how far somebody has come', () => {
  const kindOf = (over: Parameters<typeof aCourse>[1]) =>
    simulateApplicant(setting, aCourse(3, over)).standing.evidence;

  it.each([
    [{ partsDone: null }, { kind: 'invited' }],
    [{ partsDone: 0 }, { kind: 'in-progress' }],
    [{ partsDone: 1 }, { kind: 'in-progress' }],
    [{ rated: 'not-at-all' }, { kind: 'waiting-for-rating', rated: 0, wanted: 3 }],
    [{ rated: 'by-two', left: 'last-content' }, expect.objectContaining({ kind: 'waiting-for-third' })],
    [{ left: 'writing' }, { kind: 'part-missing', missing: ['Writing responses'] }],
    [{ left: 'judgment' }, { kind: 'part-missing', missing: ['Judging situations'] }],
  ] as const)('%j is %j', (over, evidence) => {
    expect(kindOf(over)).toEqual(evidence);
  });
});

/** Settled by its two raters, not by the lead. */
const isMean = (resolution: RatingTask['resolution']): boolean =>
  resolution?.kind === 'rated' && Object.values(resolution.criteria).every(({ kind }) => kind === 'mean');

function person(number: number): SimulatedApplicant {
  const found = people[number];
  if (found === undefined) throw new Error(`nobody has the number ${number}`);
  return found;
}

import { describe, expect, it } from '@jest/globals';
import { certificationState } from '../../../src/core/calibration/certification-state.ts';
import { judgeCertification } from '../../../src/core/calibration/judge-certification.ts';
import { agreeOnLevels, type ExpertOpinion } from '../../../src/core/calibration/level-agreement.ts';
import {
  newCertification,
  type RaterCertification,
} from '../../../src/core/calibration/rater-certification.ts';
import { passGate, ruleUnder, type RaterGate } from '../../../src/core/calibration/rater-gate.ts';
import { seedDrift } from '../../../src/core/calibration/seed-drift.ts';
import { seedsDue } from '../../../src/core/calibration/seeds-due.ts';
import type { CriterionId, OrganisationId, PersonId, RatingBatchId } from '../../../src/core/kernel/ids.ts';
import type { LevelNumber } from '../../../src/core/rubric/rubric.ts';

const EMPATHY = 'empathy' as CriterionId;
const day = (number: number) => new Date(Date.UTC(2026, 0, number));

describe('what experts agree on', () => {
  const opinion = (level: number, index: number): ExpertOpinion => ({
    expertId: `e${index}` as PersonId,
    levels: { [EMPATHY]: level as LevelNumber },
    because: 'words',
    at: day(1),
  });
  it.each([
    [[3, 3], { kind: 'waiting', missing: 1 }],
    [[3, 3, 3], { kind: 'agreed', levels: { empathy: 3 } }],
    [[3, 4, 3], { kind: 'agreed', levels: { empathy: 3 } }],
    [[3, 3, 5], { kind: 'disputed', criteria: ['empathy'] }],
    [[3, 4, 3, 4], { kind: 'disputed', criteria: ['empathy'] }],
  ])('%p', (levels, outcome) => {
    expect(agreeOnLevels(levels.map(opinion), [EMPATHY])).toEqual(outcome);
  });
});

describe('the certification gate', () => {
  const agreed = Array.from({ length: 20 }, (_, index) => 1 + (index % 5));
  const moved = (by: number, count: number) =>
    agreed.map((level, index) => (index < count ? Math.min(5, Math.max(1, level + by)) : level));

  it('is passed by the agreed levels and by a few that are one apart either way', () => {
    expect(judgeCertification(agreed, agreed, 20).missed).toEqual([]);
    const few = agreed.map((level, index) => level + (index === 0 ? 1 : index === 1 ? -1 : 0));
    expect(judgeCertification(few, agreed, 20)).toMatchObject({
      exact: 0.9,
      adjacent: 1,
      bias: 0,
      missed: [],
    });
  });

  it('names every measure that was missed, and certifies nobody with too few responses', () => {
    expect(judgeCertification(moved(1, 20), agreed, 20).missed).toEqual(['exact', 'bias']);
    expect(judgeCertification(moved(4, 20), agreed, 20).missed).toEqual([
      'exact',
      'adjacent',
      'kappa',
      'bias',
    ]);
    expect(() => judgeCertification(agreed.slice(1), agreed.slice(1), 19)).toThrow('certify nobody');
  });
});

const key = {
  organisationId: 'o' as OrganisationId,
  raterId: 'r' as PersonId,
  anchorHash: 'anchors',
};
const tried = (passed: boolean, on: number): RaterCertification['tries'][number] => ({
  at: day(on),
  result: { responses: 20, exact: 1, adjacent: 1, kappa: 1, bias: 0, missed: passed ? [] : ['exact'] },
});
const stopped = (on: number, liftedOn: number | null): RaterCertification['pauses'][number] => ({
  cause: 'failed-twice',
  at: day(on),
  lifted: liftedOn === null ? null : { by: 'lead' as PersonId, because: 'talked', at: day(liftedOn) },
});
const rater = (parts: Partial<RaterCertification>): RaterCertification => ({
  ...newCertification(key),
  ...parts,
});

describe('where a rater stands', () => {
  const seeded = [{ batchId: 'b' as RatingBatchId, responses: 5, responseIds: [], at: day(60) }];
  it.each([
    ['nothing yet', {}, day(2), { kind: 'not-certified', triesLeft: 2 }],
    ['failed once', { tries: [tried(false, 1)] }, day(2), { kind: 'not-certified', triesLeft: 1 }],
    [
      'failed twice',
      { tries: [tried(false, 1), tried(false, 2)] },
      day(3),
      { kind: 'not-certified', triesLeft: 0 },
    ],
    [
      'let go on after two failures',
      { tries: [tried(false, 1), tried(false, 2)], pauses: [stopped(2, 3)] },
      day(4),
      { kind: 'not-certified', triesLeft: 2 },
    ],
    ['passed', { tries: [tried(true, 1)] }, day(90), { kind: 'certified', until: day(91) }],
    ['passed, then idle', { tries: [tried(true, 1)] }, day(91), { kind: 'lapsed' }],
    [
      'passed, then at work',
      { tries: [tried(true, 1)], seeded },
      day(91),
      { kind: 'certified', until: day(150) },
    ],
  ])('%s', (_, parts, now, state) => {
    expect(certificationState(rater(parts), now)).toEqual(state);
  });
});

describe('the gate of a role', () => {
  const required: RaterGate = { rule: 'required', anchorHash: 'anchors' };
  const drifted = rater({ pauses: [{ cause: 'drift', at: day(1), lifted: null }], tries: [tried(true, 1)] });
  it.each([
    ['required, certified', required, rater({ tries: [tried(true, 1)] }), 'open'],
    ['required, nothing done', required, null, 'not-certified'],
    ['required, failed twice', required, rater({ pauses: [stopped(1, null)] }), 'paused'],
    [
      'advised, failed twice',
      { ...required, rule: 'advised' },
      rater({ pauses: [stopped(1, null)] }),
      'open',
    ],
    ['off, drifted', { ...required, rule: 'off' }, drifted, 'paused'],
    ['required, drifted', required, drifted, 'paused'],
  ] as const)('%s', (_, gate, certification, answer) => {
    expect(passGate(gate, 'anchors', certification, day(2)).kind).toBe(answer);
  });

  it('only advises under anchors for which nobody could become certified', () => {
    expect(ruleUnder(required, 'other anchors')).toBe('advised');
    expect(passGate(required, 'other anchors', null, day(2)).kind).toBe('open');
  });
});

describe('seeds', () => {
  it.each([
    [[], 13, 0],
    [[], 14, 1],
    [[], 60, 4],
    [[[13, 0]], 1, 1],
    [[[14, 1]], 13, 0],
    [[[14, 1]], 14, 1],
    [[[14, 3]], 14, 0],
  ] as const)('after batches %p, one of %d responses gets %d', (before, responses, due) => {
    const batches = before.map(([all, given]) => ({
      responses: all,
      responseIds: Array.from({ length: given }, (_, index) => `s${index}`),
    }));
    expect(seedsDue(batches, responses)).toBe(due);
  });

  const results = (errors: readonly number[]) =>
    errors.map((error, index) => ({
      batchId: 'b' as RatingBatchId,
      responseId: `s${index}`,
      error,
      at: day(index + 1),
    }));

  it('signal a lasting shift of one level with the fourth seed, and name the last good one before', () => {
    expect(seedDrift({ seedResults: results([0, 1, 1, 1]), pauses: [] }).signal).toBe(false);
    const drifted = seedDrift({ seedResults: results([0, 1, 1, 1, 1]), pauses: [] });
    expect(drifted).toMatchObject({ n: 5, signal: true, lastGoodAt: day(1) });
    expect(drifted.average).toBeCloseTo(0.5904, 8);
  });

  it('do not signal errors that cancel out, and begin anew when a person lets the rater go on', () => {
    expect(seedDrift({ seedResults: results([1, -1, 1, -1, 1, -1]), pauses: [] }).signal).toBe(false);
    const lifted = { by: 'lead' as PersonId, because: 'talked', at: day(5) };
    const pauses = [{ cause: 'drift', at: day(4), lifted }] as const;
    expect(seedDrift({ seedResults: results([1, 1, 1, 1, 1, 0]), pauses })).toMatchObject({
      n: 1,
      signal: false,
      lastGoodAt: day(6),
    });
  });
});

import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import type { Applicant } from '../../../src/core/applicant/applicant.ts';
import type {
  IntakeId,
  PersonId,
  RatingTaskId,
  RubricId,
  RubricVersionId,
} from '../../../src/core/kernel/ids.ts';
import { seededNumber } from '../../../src/core/kernel/seeded-order.ts';
import { handInSlot } from '../../../src/core/rating/hand-in-slot.ts';
import type { RatingTask } from '../../../src/core/rating/rating-task.ts';
import type { RubricVersion } from '../../../src/core/rubric/rubric.ts';
import { computeStanding, type StandingInput } from '../../../src/core/scoring/compute-standing.ts';
import { aRatingTask, COMMUNICATION, EMPATHY, held, judged, unratable } from '../rating/a-rating-task.ts';
import { aForm, item, prompt, rateItem, ratings, written } from './a-form.ts';
import { attemptWith } from './an-attempt.ts';

const attempt = attemptWith({
  responses: { s1: ratings({ x: 1, y: 7 }), p1: written('I am sorry.'), p2: written('I call.') },
});
const both = ['empathy', 'communication'];
const form = aForm([rateItem('s1', ['x', 'y']), prompt('p1', both), prompt('p2', both)]);

const applicant: Applicant = {
  id: attempt.applicantId,
  organisationId: attempt.organisationId,
  requisitionId: attempt.requisitionId,
  intakeId: 'intake' as IntakeId,
  label: 'K7Q2M',
  linkVersion: 0,
  linkExpiresAt: new Date('2026-04-01T00:00:00Z'),
  stage: 'open',
  state: 'active',
  rev: 3,
};

const rubricVersion: RubricVersion = {
  id: 'version' as RubricVersionId,
  organisationId: attempt.organisationId,
  requisitionId: attempt.requisitionId,
  rubricId: 'rubric' as RubricId,
  number: 1,
  criteria: [
    { id: EMPATHY, label: 'Empathy', definition: 'd', weight: 60, levels: [] },
    { id: COMMUNICATION, label: 'Communication', definition: 'd', weight: 40, levels: [] },
  ],
  examples: [],
  contentHash: 'c',
  structureHash: 's',
  anchorHash: 'anchors',
  reason: 'first',
  publishedBy: 'owner' as PersonId,
  publishedAt: new Date('2026-02-01T00:00:00Z'),
};

const judgment = { score: { value: 71, reason: null }, answered: 1, asked: 1 } as const;
const levels = (empathy: number, communication: number): RatingTask['resolution'] => ({
  kind: 'rated',
  criteria: {
    [EMPATHY]: { kind: 'mean', level: empathy },
    [COMMUNICATION]: { kind: 'mean', level: communication },
  },
});
const resolved = (id: string, resolution: RatingTask['resolution']) =>
  aRatingTask({ id: `task-${id}` as RatingTaskId, itemId: item(id), state: 'resolved', resolution, rev: 4 });
const tasks = [resolved('p1', levels(3, 4)), resolved('p2', levels(4, 5))];

const standing = (parts: Partial<StandingInput> = {}) =>
  computeStanding({
    requisitionRev: 2,
    applicant,
    attempt,
    tasks,
    judgment,
    keyStatus: 'author',
    form,
    rubricVersion,
    shuffleSeed: 'seed',
    ...parts,
  });

describe('standing of a finished and rated applicant', () => {
  it('holds every column, what it rests on and the revisions it was computed from', () => {
    expect(standing()).toEqual({
      organisationId: 'organisation',
      requisitionId: 'requisition',
      intakeId: 'intake',
      applicantId: 'applicant',
      attemptId: 'attempt',
      rubricVersionId: 'version',
      label: 'K7Q2M',
      shuffleRank: seededNumber('seed\u0000applicant'),
      stage: 'open',
      evidence: { kind: 'complete' },
      judgment: { ...judgment, keyStatus: 'author' },
      // Empathy (3 + 4) / 2 → 62.5, communication (4 + 5) / 2 → 87.5, weighted 60 : 40.
      written: { value: 72.5, reason: null },
      criteria: [
        {
          criterion: EMPATHY,
          score: { value: 62.5, reason: null },
          prompts: {
            p1: { level: 3, basis: 'mean', reason: null },
            p2: { level: 4, basis: 'mean', reason: null },
          },
        },
        {
          criterion: COMMUNICATION,
          score: { value: 87.5, reason: null },
          prompts: {
            p1: { level: 4, basis: 'mean', reason: null },
            p2: { level: 5, basis: 'mean', reason: null },
          },
        },
      ],
      sources: { requisition: 2, applicant: 3, attempt: 7, tasks: 8 },
      finishedAt: attempt.finishedAt,
    });
  });
  it('does not depend on the order of tasks and comes out the same again', () => {
    const again = standing({ tasks: [...tasks].reverse() });
    expect(again).toEqual(standing());
  });
  it('counts an empty response as the lowest level, without any task', () => {
    const emptied = attemptWith({ responses: { p1: written('I am sorry.') } });
    const row = standing({ attempt: emptied, tasks: tasks.slice(0, 1) });
    // Empathy (3 + 1) / 2 → 25, communication (4 + 1) / 2 → 37.5.
    expect(row.written.value).toBeCloseTo(30, 10);
    expect(row.criteria[0]?.prompts[item('p2')]).toEqual({ level: 1, basis: 'empty', reason: null });
  });
});

describe('standing on the way', () => {
  it('of an invited applicant says that nothing has begun', () => {
    const row = standing({ attempt: null, tasks: [], judgment: null });
    expect(row).toMatchObject({
      attemptId: null,
      evidence: { kind: 'invited' },
      judgment: { score: { value: null, reason: 'not-started' }, answered: 0, asked: 1 },
      written: { value: null, reason: 'not-started' },
      sources: { requisition: 2, applicant: 3, attempt: 0, tasks: 0 },
      finishedAt: null,
    });
    expect(row.criteria.map(({ score }) => score.reason)).toEqual(['not-started', 'not-started']);
  });
  it('of a running attempt shows nothing of what was answered so far', () => {
    const row = standing({ attempt: { ...attempt, state: 'open', finishedAt: null }, tasks: [] });
    expect(row).toMatchObject({
      evidence: { kind: 'in-progress' },
      judgment: { score: { value: null, reason: 'waiting' }, answered: 0 },
      written: { value: null, reason: 'waiting' },
    });
  });
  it('waits for the Judgment score and for ratings', () => {
    const row = standing({ tasks: tasks.slice(0, 1), judgment: null });
    expect(row.judgment.score).toEqual({ value: null, reason: 'waiting' });
    expect(row.written).toEqual({ value: null, reason: 'waiting' });
    expect(row.criteria[0]?.prompts[item('p1')]?.level).toBe(3);
  });
  it('of somebody who has withdrawn waits for nobody and keeps what was settled', () => {
    const gone: Applicant = { ...applicant, stage: 'withdrawn' };
    const row = standing({ applicant: gone, tasks: tasks.slice(0, 1), judgment: null });
    const stopped = { value: null, reason: 'stopped' };
    expect(row).toMatchObject({
      evidence: { kind: 'stopped' },
      judgment: { score: stopped },
      written: stopped,
    });
    expect(row.criteria[0]?.prompts).toMatchObject({ p1: { level: 3 }, p2: { reason: 'stopped' } });
    expect(JSON.stringify(row)).not.toContain('waiting');
  });
  it('counts no empty response of an attempt that withdrawing cut off', () => {
    const gone: Applicant = { ...applicant, stage: 'withdrawn' };
    const cut = attemptWith({ state: 'expired', responses: { p1: written('I am sorry.') } });
    const row = standing({ applicant: gone, attempt: cut, tasks: [], judgment: null });
    expect(row.criteria[0]?.prompts[item('p2')]?.reason).toBe('stopped');
  });
  it('of a form without situations has no Judgment, of one without prompts no writing', () => {
    const writing = standing({ form: aForm([prompt('p1', both), prompt('p2', both)]) });
    expect(writing.judgment).toMatchObject({ score: { value: null, reason: 'no-such-part' }, asked: 0 });
    const choosing = standing({ form: aForm([rateItem('s1', ['x', 'y'])]), tasks: [] });
    expect(choosing.written).toEqual({ value: null, reason: 'no-such-part' });
    expect(choosing.evidence).toEqual({ kind: 'complete' });
    const unbegun = standing({ form: aForm([rateItem('s1', ['x', 'y'])]), attempt: null, tasks: [] });
    expect(unbegun.written).toEqual({ value: null, reason: 'no-such-part' });
  });
  it('shows levels and no score where the form has one prompt', () => {
    const row = standing({ form: aForm([prompt('p1', both)]), tasks: tasks.slice(0, 1) });
    expect(row.written).toEqual({ value: null, reason: 'too-few-prompts' });
    expect(row.criteria[0]).toMatchObject({ score: { value: null }, prompts: { p1: { level: 3 } } });
  });
});

describe('the whole way from ratings to a standing', () => {
  const level = fc.integer({ min: 1, max: 5 });
  const judgement = fc.oneof(
    { weight: 6, arbitrary: fc.tuple(level, level).map(([e, c]) => judged(e, c)) },
    { weight: 1, arbitrary: fc.constant(unratable()) },
  );

  it('gives the same row whichever of two raters hands in first', () => {
    const rate = (order: readonly number[], drafts: readonly ReturnType<typeof judged>[]) => {
      let task = aRatingTask({
        itemId: item('p1'),
        state: 'rating',
        slots: drafts.map((draft) => held(draft)),
      });
      for (const slotIndex of order) {
        task = handInSlot({ task, slotIndex, at: new Date('2026-03-02T09:00:00Z'), thirdAvailable: true });
      }
      return task;
    };
    fc.assert(
      fc.property(judgement, judgement, (one, two) => {
        const rows = [
          [0, 1],
          [1, 0],
        ].map((order) => standing({ tasks: [rate(order, [one, two]), ...tasks.slice(1)] }));
        expect(rows[0]).toEqual(rows[1]);
      }),
    );
  });
});

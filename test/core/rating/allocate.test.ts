import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import type { ApplicantId, ItemId, RatingTaskId } from '../../../src/core/kernel/ids.ts';
import { allocate, type AllocateInput, type Assignment } from '../../../src/core/rating/allocate.ts';
import { person } from './a-rating-task.ts';

const raters = (count: number) => Array.from({ length: count }, (_, index) => person(`r${index}`));

/** Every applicant answered every prompt. */
const responsesOf = (applicants: number, prompts: number) =>
  Array.from({ length: applicants * prompts }, (_, index) => ({
    taskId: `t${index}` as RatingTaskId,
    itemId: `p${index % prompts}` as ItemId,
    applicantId: `a${Math.floor(index / prompts)}` as ApplicantId,
    notRaterIds: [],
  }));

const input = (parts: Partial<AllocateInput> = {}): AllocateInput => ({
  responses: responsesOf(20, 3),
  raterIds: raters(7),
  memberIds: [],
  met: [],
  seed: 'seed',
  ...parts,
});

const assigned = (parts: Partial<AllocateInput> = {}): readonly Assignment[] => {
  const outcome = allocate(input(parts));
  if (outcome.kind !== 'allocated') throw new Error(outcome.kind);
  return outcome.assignments;
};

/** How often each applicant is met by each rater. */
function meetings(
  assignments: readonly Assignment[],
  responses: AllocateInput['responses'],
): readonly number[] {
  const counts = new Map<string, number>();
  for (const { taskId, raterIds } of assignments) {
    const applicantId = responses.find((response) => response.taskId === taskId)?.applicantId ?? '';
    for (const raterId of raterIds) {
      const name = `${raterId} ${applicantId}`;
      counts.set(name, (counts.get(name) ?? 0) + 1);
    }
  }
  return [...counts.values()];
}

function loads(assignments: readonly Assignment[], ids: readonly string[]): readonly number[] {
  return ids.map((id) => assignments.filter(({ raterIds }) => raterIds.includes(person(id))).length);
}

describe('allocation', () => {
  it('gives every response two different raters', () => {
    const assignments = assigned();
    expect(assignments).toHaveLength(60);
    for (const { raterIds } of assignments) expect(new Set(raterIds).size).toBe(2);
  });

  it('shares every prompt evenly', () => {
    const assignments = assigned({ raterIds: raters(10) });
    for (const prompt of ['p0', 'p1', 'p2']) {
      const counts = loads(
        assignments.filter(({ itemId }) => itemId === prompt),
        raters(10),
      );
      expect(Math.max(...counts) - Math.min(...counts)).toBeLessThanOrEqual(2);
    }
    const all = loads(assignments, raters(10));
    expect(Math.max(...all) - Math.min(...all)).toBeLessThanOrEqual(3);
  });

  it('never gives a rater two prompts of one person where six raters or more are there', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 6, max: 12 }),
        fc.string(),
        fc.integer({ min: 1, max: 15 }),
        (pool, seed, people) => {
          const responses = responsesOf(people, 3);
          const assignments = assigned({ responses, raterIds: raters(pool), seed });
          expect(Math.max(...meetings(assignments, responses))).toBe(1);
        },
      ),
    );
  });

  it('remembers whom a rater has met in an earlier allocation', () => {
    const applicantId = 'a0' as ApplicantId;
    const met = [0, 1].map((index) => ({ raterId: person(`r${index}`), applicantId }));
    const [only] = assigned({ responses: responsesOf(1, 1), raterIds: raters(4), met });
    expect([...(only?.raterIds ?? [])].sort()).toEqual(['r2', 'r3']);
  });

  it('lets a small pool meet a person again rather than refuse', () => {
    const responses = responsesOf(4, 3);
    expect(assigned({ responses, raterIds: raters(3) })).toHaveLength(12);
    expect(Math.max(...meetings(assigned({ responses, raterIds: raters(3) }), responses))).toBe(2);
  });

  it('never chooses a member or somebody who knows the person', () => {
    const responses = responsesOf(5, 2).map((response) => ({ ...response, notRaterIds: [person('r3')] }));
    const chosen = assigned({ responses, memberIds: [person('r0')] }).flatMap(({ raterIds }) => raterIds);
    expect(chosen).not.toContain('r0');
    expect(chosen).not.toContain('r3');
  });

  it('refuses with what is missing where fewer than two raters are left', () => {
    expect(allocate(input({ raterIds: raters(1) }))).toEqual({ kind: 'too-few-raters', wanted: 2, found: 1 });
    expect(allocate(input({ raterIds: [...raters(2), ...raters(2)], memberIds: [person('r1')] }))).toEqual({
      kind: 'too-few-raters',
      wanted: 2,
      found: 1,
    });
  });

  it('is the same whatever order responses and raters came in, and another for another seed', () => {
    const byTask = (list: readonly Assignment[]) => [...list].sort((a, b) => (a.taskId < b.taskId ? -1 : 1));
    const plain = byTask(assigned());
    const turned = assigned({ responses: [...responsesOf(20, 3)].reverse(), raterIds: raters(7).reverse() });
    expect(byTask(turned)).toEqual(plain);
    expect(byTask(assigned({ seed: 'another' }))).not.toEqual(plain);
  });

  it('mixes pairs, so that all raters stay connected', () => {
    const pairs = new Set(assigned().map(({ raterIds }) => [...raterIds].sort().join()));
    expect(pairs.size).toBeGreaterThan(10);
  });
});

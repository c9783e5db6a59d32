import { describe, expect, it } from '@jest/globals';
import type { CriterionId, RatingTaskId } from '../../../src/core/kernel/ids.ts';
import type { Resolution } from '../../../src/core/rating/rating-task.ts';
import { chooseSample } from '../../../src/core/rubric/choose-sample.ts';
import { sampleAgreement } from '../../../src/core/rubric/rubric-sample.ts';
import type { LevelNumber } from '../../../src/core/rubric/rubric.ts';

const EMPATHY = 'empathy' as CriterionId;
const ADDED = 'added' as CriterionId;

const settled = (id: string, level: number) => ({
  id: id as RatingTaskId,
  resolution: { kind: 'rated', criteria: { [EMPATHY]: { kind: 'mean', level } } } satisfies Resolution,
});
const again = (id: string, level: LevelNumber) => ({
  taskId: id as RatingTaskId,
  levels: { [EMPATHY]: level, [ADDED]: 5 as const },
});

describe('levels under a draft beside the settled ones', () => {
  it.each([
    { before: [3, 3, 3], after: [3, 3, 3], same: 3, adjacent: 3, shift: 0 },
    { before: [3.5, 2.5, 2], after: [3, 3, 3], same: 2, adjacent: 3, shift: 1 / 3 },
    { before: [5, 4, 1], after: [3, 2, 1], same: 1, adjacent: 1, shift: -4 / 3 },
  ] as const)('counts $after beside $before', ({ before, after, same, adjacent, shift }) => {
    const found = sampleAgreement(
      after.map((level, index) => again(`t${index}`, level)),
      before.map((level, index) => settled(`t${index}`, level)),
    );
    expect(found).toEqual([{ criterion: EMPATHY, n: 3, same, adjacent, shift: expect.closeTo(shift, 10) }]);
  });

  it('leaves out what was not rated before and what is gone', () => {
    const unratable = {
      id: 't2' as RatingTaskId,
      resolution: { kind: 'unratable', reason: 'blank', by: 'x' as never, because: 'y' } as const,
    };
    const ratings = [again('t1', 4), again('t2', 4), again('gone', 4)];
    expect(sampleAgreement(ratings, [settled('t1', 4), unratable])).toMatchObject([{ n: 1, same: 1 }]);
    expect(sampleAgreement(ratings, [])).toEqual([]);
  });
});

describe('the responses that anchors are tried on', () => {
  const tasks = Array.from({ length: 40 }, (_, index) => ({
    id: `t${index}` as RatingTaskId,
    itemId: `p${index % 2}` as never,
    applicantId: `a${Math.floor(index / 2)}` as never,
  }));

  it('take the prompts in turn and nobody twice while there are others', () => {
    const chosen = chooseSample(tasks, 'seed', 10);
    expect(new Set(chosen.map(({ applicantId }) => applicantId)).size).toBe(10);
    expect(chosen.filter(({ itemId }) => String(itemId) === 'p0')).toHaveLength(5);
    expect(chooseSample(tasks, 'seed', 30)).toHaveLength(30);
    expect(chooseSample(tasks.slice(0, 3), 'seed', 10)).toHaveLength(3);
  });

  it('are the same for the same seed, whatever order they come in, and others for another', () => {
    expect(chooseSample(tasks.toReversed(), 'seed', 10)).toEqual(chooseSample(tasks, 'seed', 10));
    expect(chooseSample(tasks, 'another', 10)).not.toEqual(chooseSample(tasks, 'seed', 10));
  });
});

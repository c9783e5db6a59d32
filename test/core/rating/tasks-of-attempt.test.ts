import { describe, expect, it } from '@jest/globals';
import type { RatingTaskId } from '../../../src/core/kernel/ids.ts';
import { tasksOfAttempt } from '../../../src/core/rating/tasks-of-attempt.ts';
import { aRubric } from '../rubric/a-rubric.ts';
import { aForm, prompt, rateItem, ratings, written } from '../scoring/a-form.ts';
import { attemptWith } from '../scoring/an-attempt.ts';

const form = aForm([
  rateItem('s1', ['x', 'y']),
  prompt('p1', ['communication', 'empathy']),
  prompt('p2', ['communication']),
  prompt('p3', ['empathy']),
]);

describe('tasks of an attempt', () => {
  it('are one for every response that says anything, with the criteria its prompt names in the rubric’s order', () => {
    let made = 0;
    const tasks = tasksOfAttempt({
      attempt: attemptWith({
        responses: {
          s1: ratings({ x: 1 }),
          p1: written('I am sorry.'),
          p2: written('', 'I call.'),
          p3: written(' '),
        },
      }),
      form,
      rubricVersion: { criteria: aRubric().criteria, anchorHash: 'anchors' },
      newTaskId: () => `task-${(made += 1)}` as RatingTaskId,
    });
    expect(tasks).toEqual([
      {
        id: 'task-1',
        organisationId: 'organisation',
        requisitionId: 'requisition',
        applicantId: 'applicant',
        attemptId: 'attempt',
        itemId: 'p1',
        anchorHash: 'anchors',
        criteria: ['empathy', 'communication'],
        slots: [],
        notRaterIds: [],
        state: 'unallocated',
        resolution: null,
        rev: 0,
      },
      expect.objectContaining({ id: 'task-2', itemId: 'p2', criteria: ['communication'] }),
    ]);
  });
});

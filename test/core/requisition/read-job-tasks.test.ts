import { describe, expect, it } from '@jest/globals';
import type { CriterionId } from '../../../src/core/kernel/ids.ts';
import { readJobTasks } from '../../../src/core/requisition/read-job-tasks.ts';

const criteria = ['empathy', 'clarity'] as CriterionId[];
const row = (text: string, ...needed: string[]) => ({ text, often: 'weekly' as const, criteria: needed });

describe('tasks typed in rows', () => {
  it('leave out empty rows and keep the rubric’s order of criteria', () => {
    const rows = [row(' Take calls ', 'clarity', 'empathy'), row('  '), row('Write letters')];
    expect(readJobTasks(rows, criteria)).toEqual({
      kind: 'read',
      tasks: [
        { text: 'Take calls', often: 'weekly', criteria: ['empathy', 'clarity'] },
        { text: 'Write letters', often: 'weekly', criteria: [] },
      ],
    });
  });

  it('drop a criterion that the rubric does not have', () => {
    expect(readJobTasks([row('Take calls', 'charm')], criteria)).toMatchObject({ tasks: [{ criteria: [] }] });
  });

  it('are refused where criteria are ticked without a text', () => {
    expect(readJobTasks([row('Take calls'), row('', 'clarity')], criteria)).toEqual({
      kind: 'refused',
      problems: [{ row: 1, kind: 'no-text' }],
    });
  });

  it('are refused where a text is there twice', () => {
    expect(readJobTasks([row('Take calls'), row(' Take calls')], criteria)).toEqual({
      kind: 'refused',
      problems: [{ row: 1, kind: 'same-text' }],
    });
  });

  it('are refused where a text is over 200 characters', () => {
    expect(readJobTasks([row('x'.repeat(201))], criteria)).toEqual({
      kind: 'refused',
      problems: [{ row: 0, kind: 'long' }],
    });
  });
});

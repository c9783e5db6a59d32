import { describe, expect, it } from '@jest/globals';
import { progressOf } from '../../../src/core/requisition/progress.ts';

describe('progress of a role', () => {
  it('counts everybody who came at least so far', () => {
    const counts = {
      invited: 5,
      'in-progress': 3,
      'waiting-for-rating': 2,
      'waiting-for-third': 1,
      stopped: 1,
      'part-missing': 1,
      complete: 4,
    };
    expect(progressOf(counts)).toEqual({ invited: 17, started: 12, finished: 8, rated: 5 });
  });

  it('is nothing where nobody is invited', () => {
    expect(progressOf({})).toEqual({ invited: 0, started: 0, finished: 0, rated: 0 });
  });
});

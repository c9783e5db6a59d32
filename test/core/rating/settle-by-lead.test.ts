import { describe, expect, it } from '@jest/globals';
import { settleByLead } from '../../../src/core/rating/settle-by-lead.ts';
import { aRatingTask, COMMUNICATION, EMPATHY, handedIn, judged, person, unratable } from './a-rating-task.ts';

const lead = { by: person('lead'), because: 'The second paragraph names the loss.' };
const disputed = aRatingTask({ state: 'lead', slots: [handedIn(judged(1, 4)), handedIn(judged(4, 3))] });

describe('settling by the lead', () => {
  it('takes a level for every open criterion and leaves the agreed ones alone', () => {
    const outcome = settleByLead(disputed, {
      ...lead,
      kind: 'levels',
      levels: { [EMPATHY]: 3, [COMMUNICATION]: 1 },
    });
    expect(outcome).toEqual({
      kind: 'settled',
      resolution: {
        kind: 'rated',
        criteria: {
          [COMMUNICATION]: { kind: 'mean', level: 3.5 },
          [EMPATHY]: { kind: 'lead', level: 3, by: 'lead', reason: lead.because },
        },
      },
    });
  });
  it('names the criteria that still have no level', () => {
    expect(settleByLead(disputed, { ...lead, kind: 'levels', levels: {} })).toEqual({
      kind: 'level-missing',
      criteria: [EMPATHY],
    });
  });
  it('wants a reason', () => {
    const decision = { ...lead, because: ' ', kind: 'levels', levels: { [EMPATHY]: 3 } } as const;
    expect(settleByLead(disputed, decision)).toEqual({ kind: 'reason-missing' });
  });
  it('can confirm that a response cannot be rated', () => {
    const task = aRatingTask({ state: 'lead', slots: [handedIn(unratable()), handedIn(unratable('blank'))] });
    expect(settleByLead(task, { ...lead, kind: 'unratable', reason: 'blank' })).toEqual({
      kind: 'settled',
      resolution: { kind: 'unratable', reason: 'blank', by: 'lead', because: lead.because },
    });
  });
  it('has nothing to settle where the task is not waiting for the lead', () => {
    const decision = { ...lead, kind: 'levels', levels: { [EMPATHY]: 3 } } as const;
    expect(settleByLead({ ...disputed, state: 'third' }, decision)).toEqual({ kind: 'not-open' });
    const agreed = aRatingTask({ state: 'lead', slots: [handedIn(judged(3, 3)), handedIn(judged(3, 3))] });
    expect(settleByLead(agreed, decision)).toEqual({ kind: 'not-open' });
  });
});

import { describe, expect, it } from '@jest/globals';
import { nextStep } from '../../../src/core/attempt/next-step.ts';
import { aForm, JUDGMENT, WRITING } from '../form/a-form.ts';
import { anAttempt, aRunningAttempt, BEGAN, MINUTE, withPart } from './an-attempt.ts';

const form = aForm();
const T0 = BEGAN.getTime();
const step = (attempt = anAttempt(), nowMs = T0) => {
  const next = nextStep(attempt, form, nowMs);
  return next.kind === 'over' ? ['over'] : [next.kind, next.section.id];
};

describe('where the candidate stands', () => {
  it('sets up before the first part', () => {
    expect(step()).toEqual(['set-up', JUDGMENT]);
  });

  it('continues the part that runs, until its time is up', () => {
    expect(step(aRunningAttempt(), T0 + 30 * MINUTE)).toEqual(['continue', JUDGMENT]);
    expect(step(aRunningAttempt(), T0 + 30 * MINUTE + 1)).toEqual(['time-up', JUDGMENT]);
  });

  it('rests between two parts', () => {
    expect(step(withPart(anAttempt(), JUDGMENT, { state: 'closed' }))).toEqual(['between', WRITING]);
  });

  it('is over when handed in, expired, all closed or past its end', () => {
    expect(step(anAttempt({ state: 'submitted' }))).toEqual(['over']);
    expect(step(anAttempt({ state: 'expired' }))).toEqual(['over']);
    expect(step(anAttempt(), anAttempt().endsBy.getTime())).toEqual(['over']);
    const closed = withPart(withPart(anAttempt(), JUDGMENT, { state: 'closed' }), WRITING, {
      state: 'closed',
    });
    expect(step(closed)).toEqual(['over']);
  });
});

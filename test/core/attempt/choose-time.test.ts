import { describe, expect, it } from '@jest/globals';
import { TIME_CHOICES } from '../../../src/core/attempt/attempt.ts';
import { chooseTime, offeredTimes } from '../../../src/core/attempt/choose-time.ts';
import { JUDGMENT } from '../form/a-form.ts';
import { anAttempt, aRunningAttempt, withPart } from './an-attempt.ts';

describe('the choice of time', () => {
  it('offers all five where nothing speaks against it', () => {
    expect(offeredTimes(anAttempt())).toEqual([...TIME_CHOICES]);
  });

  it('leaves out "no limit" where the requisition has recorded why', () => {
    const attempt = anAttempt({ noLimitAllowed: false });
    expect(offeredTimes(attempt)).toEqual(['usual', 'plus-25', 'plus-50', 'plus-100']);
    expect(chooseTime(attempt, 'no-limit')).toEqual({ kind: 'not-offered' });
    expect(chooseTime(attempt, 'plus-100')).toEqual({ kind: 'chosen' });
  });

  it('has nothing to offer in usual time', () => {
    expect(offeredTimes(anAttempt({ timed: false }))).toEqual([]);
    expect(chooseTime(anAttempt({ timed: false }), 'usual')).toEqual({ kind: 'not-offered' });
  });

  it('can be changed until the first part starts', () => {
    expect(chooseTime(anAttempt({ timeChoice: 'plus-50' }), 'usual')).toEqual({ kind: 'chosen' });
    expect(chooseTime(aRunningAttempt(), 'plus-50')).toEqual({ kind: 'too-late' });
    const between = withPart(anAttempt(), JUDGMENT, { state: 'closed' });
    expect(chooseTime(between, 'plus-50')).toEqual({ kind: 'too-late' });
    expect(chooseTime(anAttempt({ state: 'expired' }), 'plus-50')).toEqual({ kind: 'too-late' });
  });
});

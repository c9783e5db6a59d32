import { describe, expect, it } from '@jest/globals';
import { creditForOutage } from '../../../src/core/outage/credit-for-outage.ts';
import { outageBetween, type Outage } from '../../../src/core/outage/outage.ts';
import { gapsGivenBack } from '../../../src/core/attempt/give-back-gap.ts';
import { anAttempt, aRunningAttempt, BEGAN, MINUTE } from '../attempt/an-attempt.ts';
import { JUDGMENT } from '../form/a-form.ts';

const at = (minutes: number): Date => new Date(BEGAN.getTime() + minutes * MINUTE);

function anOutage(from: number, to: number): Outage {
  const outage = outageBetween(at(from), at(to));
  if (outage === null) throw new Error('no outage');
  return outage;
}

describe('a silence', () => {
  it('is an outage from more than 30 seconds on, and always the same one', () => {
    expect(outageBetween(at(0), at(0.2))).toBeNull();
    expect(outageBetween(at(0), at(0.21))).toMatchObject({ from: at(0), to: at(0.21), state: 'giving-back' });
    expect(outageBetween(at(0), at(9))?.id).toBe(outageBetween(at(0), at(8))?.id);
  });
});

describe('an outage from the 10th to the 14th minute gives back', () => {
  const outage = anOutage(10, 14);
  const { id } = outage;
  const gap = (minutes: number, ms: number) => ({ id: `gap:${at(minutes).getTime()}`, ms });

  it.each([
    ['its length to the part that ran', aRunningAttempt(), 4],
    ['its length where the time ended in it', aRunningAttempt({}, { deadlineMs: at(11).getTime() }), 4],
    ['the rest of it to a part that started in it', aRunningAttempt({}, { startedAt: at(13) }), 1],
    ['nothing where the time had ended before', aRunningAttempt({}, { deadlineMs: at(9).getTime() }), null],
    ['nothing where the part started later', aRunningAttempt({}, { startedAt: at(15) }), null],
    ['nothing where there is no limit', aRunningAttempt({}, { deadlineMs: null }), null],
    ['nothing where no part runs', anAttempt(), null],
    ['nothing to an attempt that is over', aRunningAttempt({ state: 'expired' }), null],
    ['nothing twice', aRunningAttempt({}, { credits: [{ id, ms: 4 * MINUTE }] }), null],
    ['what a lost connection has not given back', aRunningAttempt({}, { credits: [gap(10, 3 * MINUTE)] }), 1],
    ['all of it beside an earlier gap', aRunningAttempt({}, { credits: [gap(3, 3 * MINUTE)] }), 4],
  ])('%s', (_what, attempt, minutes) => {
    const credit = minutes === null ? null : { sectionId: JUDGMENT, credit: { id, ms: minutes * MINUTE } };
    expect(creditForOutage(attempt, outage)).toEqual(credit);
  });

  it('counting every gap inside it, and no other credit', () => {
    const credits = [gap(9.6, MINUTE), gap(13, MINUTE), gap(14, MINUTE), { id: 'a-grant', ms: MINUTE }];
    expect(gapsGivenBack({ credits }, outage.from, outage.to)).toBe(2 * MINUTE);
  });
});

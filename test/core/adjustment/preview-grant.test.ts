import { describe, expect, it } from '@jest/globals';
import { previewGrant, shareOfPart } from '../../../src/core/adjustment/preview-grant.ts';
import { anAttempt, aRunningAttempt, BEGAN, MINUTE } from '../attempt/an-attempt.ts';
import { aForm } from '../form/a-form.ts';

const [section] = aForm().sections;
if (section === undefined) throw new Error('no section');
const at = BEGAN.getTime() + 10 * MINUTE;

describe('more time for a part', () => {
  it.each([
    ['is kept before anybody has begun', null, true, { kind: 'before-begin' }],
    ['means nothing without a limit', null, false, { kind: 'refused', reason: 'no-limit' }],
    ['comes with the start of a part that waits', anAttempt(), true, { kind: 'before-start' }],
    [
      'moves the deadline of the running part',
      aRunningAttempt(),
      true,
      { kind: 'running', deadlineMs: BEGAN.getTime() + 35 * MINUTE },
    ],
    [
      'is refused where the part was handed in',
      aRunningAttempt({}, { state: 'closed', closedBy: 'hand-in', closedAt: BEGAN }),
      true,
      { kind: 'refused', reason: 'handed-in' },
    ],
  ] as const)('%s', (_what, attempt, timed, expected) => {
    expect(previewGrant({ attempt, timed, withdrawn: false }, section, 5 * MINUTE, at)).toEqual(expected);
  });

  it('is refused once the applicant has withdrawn, begun or not', () => {
    for (const attempt of [null, anAttempt(), aRunningAttempt()])
      expect(previewGrant({ attempt, timed: true, withdrawn: true }, section, MINUTE, at)).toEqual({
        kind: 'refused',
        reason: 'withdrawn',
      });
  });

  it('is a share of the usual limit', () => {
    expect([25, 50, 100].map((percent) => shareOfPart({ minutes: 30 }, percent) / MINUTE)).toEqual([
      7.5, 15, 30,
    ]);
  });
});

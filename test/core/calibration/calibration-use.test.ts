import { describe, expect, it } from '@jest/globals';
import { calibrationUses, type CalibrationUse } from '../../../src/core/calibration/calibration-use.ts';
import { RESPONSES } from '../../features/rater-training/a-calibrated-role.ts';

const uses = calibrationUses(RESPONSES);
const of = (use: CalibrationUse) => RESPONSES.filter(({ id }) => uses.get(id) === use);

describe('what calibration responses are used for', () => {
  it('is one thing each: of 48, 12 to train with, 21 to certify with, 15 to mix into batches', () => {
    expect([of('training'), of('certification'), of('seed')].map(({ length }) => length)).toEqual([
      12, 21, 15,
    ]);
  });

  it.each(['training', 'certification', 'seed'] as const)(
    'covers the scale of every criterion: %s',
    (use) => {
      for (const criterion of ['empathy', 'communication', 'adaptability']) {
        const levels = new Set(
          of(use).flatMap((response) => Object.entries(response.levels).filter(([id]) => id === criterion)),
        );
        const given = new Set([...levels].map(([, { level }]) => level));
        expect(given.size).toBeGreaterThanOrEqual(use === 'certification' ? 5 : 4);
      }
    },
  );

  it('does not depend on the order in which the responses come', () => {
    expect(calibrationUses([...RESPONSES].reverse())).toEqual(uses);
  });
});

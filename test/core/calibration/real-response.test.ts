import { describe, expect, it } from '@jest/globals';
import { useOfNext } from '../../../src/core/calibration/real-response.ts';

describe('responses of applicants', () => {
  it('certify twice and train once, in turn, and are never mixed into batches', () => {
    expect([0, 1, 2, 3, 4, 5].map(useOfNext)).toEqual([
      'certification',
      'certification',
      'training',
      'certification',
      'certification',
      'training',
    ]);
  });
});

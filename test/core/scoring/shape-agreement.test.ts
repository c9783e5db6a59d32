import { describe, expect, it } from '@jest/globals';
import { shapeAgreement } from '../../../src/core/scoring/shape-agreement.ts';

describe('shape agreement', () => {
  it('is 1 without distance, 0 at a mean distance of 2, and can fall below −1 for a piece', () => {
    expect(shapeAgreement([0, 0])).toBe(1);
    expect(shapeAgreement([1, 3])).toBe(0);
    expect(shapeAgreement([6, 6])).toBe(-2);
  });
});

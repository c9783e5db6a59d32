import { describe, expect, it } from '@jest/globals';
import { compareCells } from '../../src/browser/compare-cells.ts';

describe('compareCells', () => {
  it.each([
    [
      ['100', '9', '20'],
      ['9', '20', '100'],
    ],
    [
      ['78 ± 11', '9 ± 4'],
      ['9 ± 4', '78 ± 11'],
    ],
    [
      ['−3', '2', '+1'],
      ['−3', '+1', '2'],
    ],
    [
      ['12.5 %', '3 %'],
      ['3 %', '12.5 %'],
    ],
    [
      ['Zoe', 'Anna'],
      ['Anna', 'Zoe'],
    ],
    [
      ['none', '4'],
      ['4', 'none'],
    ],
    [
      ['4XNAB', '7M2QK', '2R8CD'],
      ['2R8CD', '4XNAB', '7M2QK'],
    ],
  ])('orders %j as %j', (given, wanted) => {
    expect([...given].sort(compareCells)).toEqual(wanted);
  });
});

import { describe, expect, it } from '@jest/globals';
import { ArgumentError } from '../../../src/core/kernel/argument-error.ts';
import { isSoundList, isSoundTable, type DataTable } from '../../../src/core/psychometrics/sound-data.ts';

const wrong = (given: unknown): DataTable => given as DataTable;

describe('data for a statistic', () => {
  it('is sound with missing values and with no rows, and not when ragged or not finite', () => {
    expect(isSoundTable([], 'data')).toBe(true);
    expect(
      isSoundTable(
        [
          [1, null],
          [2, 3],
        ],
        'data',
      ),
    ).toBe(true);
    expect(isSoundTable([[1, 2], [3]], 'data')).toBe(false);
    expect(isSoundTable([[1, Infinity]], 'data')).toBe(false);
    expect(isSoundList([1, NaN], 'x')).toBe(false);
  });
  it.each([[null], ['rows'], [[1, 2]], [[['a']]]])('of a wrong type is refused by name: %j', (given) => {
    expect(() => isSoundTable(wrong(given), 'data')).toThrow(ArgumentError);
    expect(() => isSoundTable(wrong(given), 'data')).toThrow(/^data must be/);
  });
});

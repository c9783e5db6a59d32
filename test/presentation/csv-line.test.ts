import { describe, expect, it } from '@jest/globals';
import { parse } from 'csv-parse/sync';
import { csvLine } from '../../src/presentation/csv-line.ts';

describe('a line of CSV', () => {
  it('comes back from another reader as it was', () => {
    const cells = ['plain', 'a, b', 'says "hi"', '; x', ' spaced ', '', 'Łukasz'];
    expect(parse(csvLine(cells))).toEqual([cells]);
  });

  it.each(['=1+1', '+1', '-1', '@SUM(A1)', '  =1', '＝1', '－1', '＠x', '=HYPERLINK("http://x","y")'])(
    'never lets a spreadsheet compute %j',
    (cell) => {
      expect(parse(csvLine([cell]))).toEqual([[`'${cell}`]]);
    },
  );

  it('shows that there was a control character and lets none through', () => {
    expect(csvLine(['a\0b', 'c\r\n=d', '\t=1'])).toBe("a\uFFFDb,c\uFFFD\uFFFD=d,'\uFFFD=1\r\n");
  });
});

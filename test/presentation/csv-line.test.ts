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

  it('leaves a number a number, also below zero', () => {
    expect(csvLine(['a', -0.38, 2.5, -1e-7])).toBe('a,-0.38,2.5,-1e-7\r\n');
  });

  it('shows that there was a control character and lets none through', () => {
    expect(csvLine(['a\0b', 'c\r\n=d', '\t=1'])).toBe("a\uFFFDb,c\uFFFD\uFFFD=d,'\uFFFD=1\r\n");
  });
});

describe('a line of CSV with whole texts', () => {
  it('keeps their line ends and tabs, and nothing else that cannot be shown', () => {
    const text = 'First line.\n\n=1+1 on\tthe "third"';
    expect(parse(csvLine([text, 'b'], 'kept'))).toEqual([[text, 'b']]);
    expect(parse(csvLine(['a\0b', '\n=1', '\t=1', 'c\r'], 'kept'))).toEqual([
      ['a\uFFFDb', "'\n=1", "'\t=1", 'c\uFFFD'],
    ]);
  });
});

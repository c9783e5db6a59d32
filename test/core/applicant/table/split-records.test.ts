import { describe, expect, it } from '@jest/globals';
import { LONGEST_RECORD, splitRecords } from '../../../../src/core/applicant/table/split-records.ts';

/** Each record in short: its line and cells, its line and problem, or nothing where it is blank. */
const split = (text: string, delimiter = ',') =>
  [...splitRecords(text, delimiter)].map((record) =>
    record.kind === 'cells'
      ? [record.line, ...record.cells]
      : record.kind === 'broken'
        ? [record.line, record.problem]
        : [record.line],
  );

describe('a table taken apart', () => {
  it('knows every kind of line end, also mixed, and needs none at the end', () => {
    expect(split('a,b\r\nc,d\re,f\n\ng')).toEqual([
      [1, 'a', 'b'],
      [2, 'c', 'd'],
      [3, 'e', 'f'],
      [4],
      [5, 'g'],
    ]);
  });

  it('reads quoted cells with delimiters, quotes and line ends in them', () => {
    expect(split('"Ruiz, Ana","says ""hi""", "x" \n"two\nlines",b\nc')).toEqual([
      [1, 'Ruiz, Ana', 'says "hi"', 'x'],
      [2, 'two\nlines', 'b'],
      [4, 'c'],
    ]);
  });

  it('leaves a quotation mark inside of a plain cell as it is', () => {
    expect(split('O"Brien;5\'3"\n', ';')).toEqual([[1, 'O"Brien', '5\'3"']]);
  });

  it('counts a line of delimiters alone as blank', () => {
    expect(split(',,\n  ,\t\nx')).toEqual([[1], [2], [3, 'x']]);
  });

  it.each([
    ['is never closed', 'x\n"Ana,a@x.org\nBen,b@x.org'],
    ['closes in the middle of a cell', 'x\n"Ana" Ruiz,a@x.org\nBen,b@x.org'],
    ['would close at the opening quote of a later line', 'x\n"Ana,a@x.org\n"Ben",b@x.org'],
    ['would swallow the address of the next line', 'x\n"Ana,a@x.org\nBen,b@x.org",\nCleo'],
  ])('gives up one line where a quote %s, and goes on', (_name, text) => {
    const records = split(text);
    expect(records[0]).toEqual([1, 'x']);
    expect(records[1]).toEqual([2, 'broken-quote']);
    expect(records[2]?.[0]).toBe(3);
    expect(records[2]?.[1]).toMatch(/^Ben/);
  });

  it('gives up a line that is too long with a text of bounded length', () => {
    const [long, next] = splitRecords(`${'x'.repeat(2_000_000)}\nBen,b@x.org`, ',');
    expect(long).toMatchObject({ kind: 'broken', line: 1, problem: 'long-line' });
    expect(long?.kind === 'broken' && long.text.length).toBe(LONGEST_RECORD);
    expect(next).toMatchObject({ kind: 'cells', line: 2 });
  });
});

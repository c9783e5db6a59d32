import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { isWholeAddress } from '../../../../src/core/applicant/mail-address.ts';
import { decodeTable } from '../../../../src/core/applicant/table/decode-table.ts';
import { findColumns } from '../../../../src/core/applicant/table/find-columns.ts';
import { readRow } from '../../../../src/core/applicant/table/read-row.ts';
import { readTable, type TableEntry } from '../../../../src/core/applicant/table/read-table.ts';

function read(text: string): TableEntry[] {
  const found = findColumns(text);
  return found.kind === 'found' ? [...readTable(text, found.columns)] : [];
}
const rows = (...lines: string[]) => read(['email,name,reference', ...lines].join('\n')).slice(1);
const problems = (...lines: string[]) =>
  rows(...lines).map((entry) =>
    entry.kind === 'refused' ? [entry.line, entry.problem.kind, entry.problem.field] : [],
  );

describe('people of a table', () => {
  it('are read with name and reference; without a name the address lends its first part', () => {
    expect(rows(' Ana@Example.org , Ana  Ruiz ,HR-17', 'ben@example.org')).toEqual([
      {
        kind: 'person',
        line: 2,
        lines: 1,
        texts: { email: 'Ana@Example.org', name: 'Ana Ruiz', reference: 'HR-17' },
      },
      { kind: 'person', line: 3, lines: 1, texts: { email: 'ben@example.org', name: 'ben', reference: '' } },
    ]);
  });

  it('have first and last name put together', () => {
    expect(read('last name;first name;mail\nRuiz;Ana;ana@example.org')[1]).toMatchObject({
      texts: { name: 'Ana Ruiz' },
    });
  });

  it('begin on the first line where that names no columns', () => {
    expect(read('Ana,ana@example.org\nBen,ben@example.org').map(({ kind }) => kind)).toEqual([
      'person',
      'person',
    ]);
  });

  it('are not looked for on the line in which Excel names its delimiter', () => {
    expect(read('sep=;\nemail;name\nana@example.org;Ana').map(({ kind }) => kind)).toEqual([
      'skipped',
      'skipped',
      'person',
    ]);
  });

  it('stand in a table once, whatever the capitals', () => {
    expect(rows('ana@example.org', 'ANA@example.org')[1]).toEqual({
      kind: 'twice',
      line: 3,
      lines: 1,
      firstLine: 2,
    });
  });
});

describe('a line that is refused', () => {
  it.each([
    ['no address', ',Ana', 'no-address', 'email'],
    ['half an address', 'ana@example,Ana', 'broken-address', 'email'],
    ['two addresses', '"ana@x.org ben@x.org",Ana', 'two-addresses', 'email'],
    ['a long name', `ana@x.org,${'n'.repeat(121)}`, 'long', 'name'],
    ['a long address', `${'a'.repeat(250)}@x.org,Ana`, 'long', 'email'],
    ['a long reference', `ana@x.org,Ana,${'r'.repeat(61)}`, 'long', 'reference'],
    ['a formula', 'ana@x.org,=HYPERLINK("http://x")', 'formula', 'name'],
    ['a plus', 'ana@x.org,+1', 'formula', 'name'],
    ['a minus', 'ana@x.org,Ana,-1', 'formula', 'reference'],
    ['an at sign', 'ana@x.org,@SUM(A1)', 'formula', 'name'],
    ['a sign of full width', 'ana@x.org,＝1', 'formula', 'name'],
    ['a formula behind our own apostrophe', "ana@x.org,'=1+1", 'formula', 'name'],
    ['a line end in a name', 'ana@x.org,"Ana\nRuiz"', 'control-character', 'name'],
    ['a bell', 'ana@x.org,Ana\u0007', 'control-character', 'name'],
    ['text turned round', 'ana@x.org,Ana\u202Egnp', 'control-character', 'name'],
    ['an invisible sign in the address', 'ana\u200B@x.org,Ana', 'control-character', 'email'],
    ['a letter that was lost', 'ana@x.org,Jos\uFFFD', 'unreadable-character', 'name'],
    ['a cell too many', 'Ruiz, Ana,ana@x.org,HR-17', 'more-cells', null],
    ['a quote without its end', 'ana@x.org,"Ana', 'broken-quote', null],
    ['a long line', `ana@x.org,${'x'.repeat(10_000)}`, 'long-line', null],
  ])('because of %s is named by line and column', (_name, line, kind, field) => {
    expect(problems('first@x.org', line)[1]).toEqual([3, kind, field]);
  });

  it('loses no other', () => {
    const entries = rows('ana@x.org,"Ana', 'ben@x.org,Ben', ',', 'cleo@x.org,"Cleo" x', 'dora@x.org');
    expect(entries.map(({ kind, line }) => `${line} ${kind}`)).toEqual([
      '2 refused',
      '3 person',
      '4 skipped',
      '5 refused',
      '6 person',
    ]);
  });

  it('keeps a name whose apostrophe is its own', () => {
    const columns = { delimiter: ',', named: false, places: { email: 0, name: 1 }, headings: [] } as const;
    expect(readRow(['a@x.org', "'t Hooft"], columns)).toMatchObject({
      kind: 'person',
      texts: { name: "'t Hooft" },
    });
  });
});

describe('whatever comes in', () => {
  const lineCount = (text: string): number =>
    text.split(/\r\n|\r|\n/).length - (/[\r\n]$/.test(text) ? 1 : 0);
  const piece = fc.constantFrom(
    '"',
    ',',
    ';',
    '\t',
    '\r',
    '\n',
    '\r\n',
    '@',
    'a@x.org',
    'email',
    'name',
    '=',
    'é',
    ' ',
    '\0',
    'Ana',
  );

  it('every line is accounted for, and no text grows', () => {
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 60 }), (pieces) => {
        const text = `email,name\n${pieces.join('')}`;
        const entries = read(text);
        expect(entries.reduce((sum, { lines }) => sum + lines, 0)).toBe(lineCount(text));
        const kept = entries.flatMap((entry) => ('texts' in entry ? Object.values(entry.texts) : []));
        expect(kept.join('').length).toBeLessThanOrEqual(text.length * 2);
        for (const entry of entries)
          if (entry.kind === 'person') expect(isWholeAddress(entry.texts.email)).toBe(true);
      }),
      { numRuns: 500 },
    );
  });

  it('bytes never throw', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 300 }), (bytes) => {
        const decoded = decodeTable(bytes);
        if (decoded.kind === 'text') read(`email\n${decoded.text}`);
      }),
      { numRuns: 500 },
    );
    expect(decodeTable(new Uint8Array())).toMatchObject({ text: '' });
  });
});

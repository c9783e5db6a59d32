import { describe, expect, it } from '@jest/globals';
import { findColumns } from '../../../../src/core/applicant/table/find-columns.ts';

const found = (text: string) => {
  const answer = findColumns(text);
  if (answer.kind !== 'found') throw new Error(`not found: ${answer.kind}`);
  const { delimiter, named, places } = answer.columns;
  return { delimiter, named, places };
};

describe('the columns of a table', () => {
  it.each([
    ['email,name,reference', ',', { email: 0, name: 1, reference: 2 }],
    ['Name;E-Mail;External ID', ';', { email: 1, name: 0, reference: 2 }],
    ['FIRST_NAME\tLast name\te_mail', '\t', { email: 2, firstName: 0, lastName: 1 }],
    ['"Full name","E-Mail Address"', ',', { email: 1, name: 0 }],
    ['id,mail,address', ',', { email: 1, reference: 0 }],
    ['address', ',', { email: 0 }],
    ['\uFEFF\r\n\r\nemail, name', ',', { email: 0, name: 1 }],
    ['sep=;\r\nemail;name', ';', { email: 0, name: 1 }],
    ['name, with comma;email', ';', { email: 1 }],
  ])('are understood in %j', (text, delimiter, places) => {
    expect(found(`${text}\nx`)).toEqual({ delimiter, named: true, places });
  });

  it.each([
    ['ana@example.org', ',', { email: 0 }],
    ['Ana Ruiz;ana@example.org;HR-17', ';', { email: 1, name: 0, reference: 2 }],
    ['HR 1, 17\tana@example.org', '\t', { email: 1, name: 0 }],
  ])('are taken by their places where the first line %j is a person', (text, delimiter, places) => {
    expect(found(text)).toEqual({ delimiter, named: false, places });
  });

  it('are not guessed where nothing says which holds the address', () => {
    expect(findColumns(`Export of the year ${'x'.repeat(200)}\nemail`)).toEqual({
      kind: 'no-address-column',
      firstLine: `Export of the year ${'x'.repeat(200)}`.slice(0, 80),
    });
    expect(findColumns('"email,name')).toMatchObject({ kind: 'no-address-column' });
  });

  it('are none in an empty text', () => {
    expect(findColumns(' \r\n\t\n')).toEqual({ kind: 'empty' });
  });
});

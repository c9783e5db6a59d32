import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { readInvitees } from '../../../src/core/applicant/read-invitees.ts';

describe('people typed one a line', () => {
  it.each([
    ['name and address in brackets', 'Ana Ruiz <ana@example.org>', 'Ana Ruiz', 'ana@example.org'],
    ['a quoted name', '"Ruiz, Ana" <ana@example.org>', 'Ruiz, Ana', 'ana@example.org'],
    ['a comma at the end', 'Ana Ruiz <ana@example.org>,', 'Ana Ruiz', 'ana@example.org'],
    ['name, address', 'Ana Ruiz, ana@example.org', 'Ana Ruiz', 'ana@example.org'],
    ['address; name', 'ana@example.org; Ana  Ruiz', 'Ana Ruiz', 'ana@example.org'],
    ['a line from a spreadsheet', 'Ruiz\tAna\tana@example.org', 'Ruiz Ana', 'ana@example.org'],
    ['an address alone', 'ana.ruiz@example.org', 'ana.ruiz', 'ana.ruiz@example.org'],
    ['an address in brackets alone', '<ana@example.org>', 'ana', 'ana@example.org'],
  ])('may be %s', (_title, typed, name, email) => {
    expect(readInvitees(typed)).toEqual({ invitees: [{ line: 1, name, email }], problems: [] });
  });

  it('keep the number of their line over empty ones', () => {
    const { invitees } = readInvitees('\n\na@example.org\r\n\r\nb@example.org\n');
    expect(invitees.map(({ line }) => line)).toEqual([3, 5]);
  });

  it.each([
    ['no address', 'Ana Ruiz', 'no-address'],
    ['a broken address', 'Ana Ruiz <ana@example>', 'broken-address'],
    ['an address with a space', 'Ana, ana ruiz@example.org', 'broken-address'],
    ['two addresses', 'a@example.org, b@example.org', 'two-addresses'],
    ['a name over 120 characters', `${'x'.repeat(121)} <a@example.org>`, 'long'],
    ['an address over 254 characters', `${'x'.repeat(250)}@example.org`, 'long'],
  ])('are refused with %s, by line and as typed', (_title, typed, kind) => {
    expect(readInvitees(`b@example.org\n${typed}`).problems).toEqual([{ line: 2, kind, text: typed }]);
  });

  it('are refused where an address is there twice, whatever its capitals', () => {
    expect(readInvitees('Ana <Ana@example.org>\nana@EXAMPLE.org').problems).toEqual([
      { line: 2, kind: 'twice', text: 'ana@EXAMPLE.org' },
    ]);
  });

  it('lists problems by line', () => {
    const { problems } = readInvitees('a@example.org\na@example.org\nnobody\na@example.org');
    expect(problems.map(({ line }) => line)).toEqual([2, 3, 4]);
  });

  it('never lose a line: each filled one is a person or a problem', () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 300 }), (typed) => {
        const filled = typed.split(/\r\n|\r|\n/).filter((text) => text.trim() !== '').length;
        const { invitees, problems } = readInvitees(typed);
        const lines = new Set([...invitees, ...problems].map(({ line }) => line));
        expect(lines.size).toBe(filled);
      }),
    );
  });
});

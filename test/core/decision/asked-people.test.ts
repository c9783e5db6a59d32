import { describe, expect, it } from '@jest/globals';
import { whoIsAsked, type AskedPerson } from '../../../src/core/decision/asked-people.ts';
import type { ApplicantId, PersonId } from '../../../src/core/kernel/ids.ts';

const rosa = 'rosa' as PersonId;
const ines = 'ines' as PersonId;
const one = 'one' as ApplicantId;
const asked = (personId: PersonId): AskedPerson => ({ personId, view: 'recruiter', scorecard: false });
const ofRole = { applicantId: null, people: [asked(rosa), asked(ines)] };

describe('who is asked about an applicant', () => {
  it.each([
    ['nobody, where nobody was named', [], [rosa, ines], []],
    ['the people of the role', [ofRole], [rosa, ines], [rosa, ines]],
    [
      'the people named for the applicant instead',
      [ofRole, { applicantId: one, people: [asked(ines)] }],
      [rosa, ines],
      [ines],
    ],
    [
      'nobody, where the applicant has a list without anybody',
      [ofRole, { applicantId: one, people: [] }],
      [rosa, ines],
      [],
    ],
    ['nobody who is no member any more', [ofRole], [ines], [ines]],
  ])('are %s', (_, lists, members, expected) => {
    const people = whoIsAsked({ lists, applicantId: one, members });
    expect(people.map(({ personId }) => personId)).toEqual(expected);
  });

  it('are not those of another applicant', () => {
    const other = { applicantId: 'two' as ApplicantId, people: [asked(ines)] };
    expect(whoIsAsked({ lists: [other], applicantId: one, members: [ines] })).toEqual([]);
  });
});

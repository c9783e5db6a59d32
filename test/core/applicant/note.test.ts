import { describe, expect, it } from '@jest/globals';
import { readableNotes, type Note } from '../../../src/core/applicant/note.ts';
import type { ApplicantId, OrganisationId, PersonId, RequisitionId } from '../../../src/core/kernel/ids.ts';

const READER = 'reader' as PersonId;
const note = (personId: string, shared: boolean): Note => ({
  organisationId: 'organisation' as OrganisationId,
  requisitionId: 'requisition' as RequisitionId,
  applicantId: 'applicant' as ApplicantId,
  personId: personId as PersonId,
  text: `by ${personId}`,
  shared,
  at: new Date('2026-03-02'),
});

describe('notes on an applicant', () => {
  it.each([
    { name: 'nobody wrote', notes: [], own: null, others: [], hidden: 0 },
    { name: 'only others shared', notes: [note('a', true)], own: null, others: [], hidden: 1 },
    {
      name: 'the reader wrote too',
      notes: [note('a', true), note('reader', false)],
      own: 'by reader',
      others: ['by a'],
      hidden: 0,
    },
    {
      name: 'another one keeps theirs private',
      notes: [note('a', false), note('reader', true)],
      own: 'by reader',
      others: [],
      hidden: 0,
    },
  ])('are read as they may be where $name', ({ notes, own, others, hidden }) => {
    const read = readableNotes(notes, READER);
    expect(read.own?.text ?? null).toBe(own);
    expect(read.others.map(({ text }) => text)).toEqual(others);
    expect(read.hidden).toBe(hidden);
  });
});

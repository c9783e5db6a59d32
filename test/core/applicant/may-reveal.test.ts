import { describe, expect, it } from '@jest/globals';
import { STAGES } from '../../../src/core/applicant/applicant.ts';
import { mayReveal } from '../../../src/core/applicant/may-reveal.ts';

const shownAt = (revealAt: Parameters<typeof mayReveal>[0]) =>
  STAGES.filter((stage) => mayReveal(revealAt, stage));

describe('a name may be seen', () => {
  it('at every stage where the role is not blind', () => {
    expect(shownAt('start')).toEqual([...STAGES]);
  });
  it('from the shortlist on, never while open or after a withdrawal', () => {
    expect(shownAt('shortlist')).toEqual(['shortlisted', 'interview', 'offer', 'rejected']);
  });
  it('only once it is decided', () => {
    expect(shownAt('decision')).toEqual(['offer', 'rejected']);
  });
});

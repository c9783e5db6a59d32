import { describe, expect, it } from '@jest/globals';
import { mayGiveView, mayReadViews, missingViews } from '../../../src/core/decision/independent-view.ts';
import type { PersonId } from '../../../src/core/kernel/ids.ts';

const rosa = 'rosa' as PersonId;
const ines = 'ines' as PersonId;
const given = [{ personId: rosa }];

describe('an independent view', () => {
  it.each([
    ['may be given while nothing is decided', 'interview', ines, 'may-give'],
    ['is given once', 'interview', rosa, 'given-before'],
    ['is not wanted after a withdrawal', 'withdrawn', ines, 'withdrawn'],
    ['is not wanted after an offer', 'offer', ines, 'decided'],
    ['is not wanted after a rejection', 'rejected', ines, 'decided'],
  ] as const)('%s', (_, stage, personId, expected) => {
    expect(mayGiveView({ stage }, personId, given)).toBe(expected);
  });

  it('opens the others’ to its writer and to nobody else', () => {
    expect(mayReadViews(rosa, given)).toBe(true);
    expect(mayReadViews(ines, given)).toBe(false);
  });

  it('is missing from whoever was asked for one and gave none; a scorecard is no view', () => {
    const asked = [
      { personId: rosa, view: 'recruiter', scorecard: false },
      { personId: ines, view: 'customer-colleague', scorecard: true },
      { personId: 'omar' as PersonId, view: null, scorecard: true },
    ] as const;
    expect(missingViews(asked, given)).toEqual([ines]);
  });
});

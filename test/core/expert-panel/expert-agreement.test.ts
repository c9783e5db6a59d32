import { describe, expect, it } from '@jest/globals';
import { expertAgreement } from '../../../src/core/expert-panel/expert-agreement.ts';

const SHARED = [7, 6, 2, 1, 5];

describe('expertAgreement', () => {
  it('flags whoever rates the other way round, and nobody else', () => {
    const flags = expertAgreement([SHARED, SHARED, [6, 6, 2, 1, 5], [1, 2, 6, 7, 3]]).map((one) => one.flags);
    expect(flags).toEqual([[], [], [], ['apart-from-others']]);
  });

  it('tells rating everything higher apart from disagreeing', () => {
    const low = [5, 4, 1, 1, 3];
    const [, , , high] = expertAgreement([low, low, low, [7, 6, 3, 3, 5]]);
    expect(high).toMatchObject({ higher: 2, flags: ['rates-higher'] });
    expect(high?.withOthers).toBeCloseTo(1, 9);
    expect(expertAgreement([low, [7, 6, 3, 3, 5]])[0]?.flags).toEqual(['rates-lower']);
  });

  it('says that somebody gave one rating to everything, whose correlation cannot be told', () => {
    const [flat] = expertAgreement([[4, 4, 4, 4, 4], SHARED, SHARED]);
    expect(flat).toMatchObject({ withOthers: null, flags: ['rates-all-alike'] });
  });
});

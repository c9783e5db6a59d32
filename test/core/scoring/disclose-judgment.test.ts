import { describe, expect, it } from '@jest/globals';
import type { PersonId } from '../../../src/core/kernel/ids.ts';
import { discloseJudgment } from '../../../src/core/scoring/disclose-judgment.ts';

const real = { simulated: false, judgmentRelease: null };
const released = {
  ...real,
  judgmentRelease: { reason: 'agreed', by: 'owner' as PersonId, at: new Date('2026-01-05') },
};

describe('who may read Judgment', () => {
  it('is everybody in the role where an expert panel made the key', () => {
    expect(discloseJudgment({ keyStatus: 'panel' }, real)).toBe('shown');
  });

  it('is nobody in a real role while the key is only the author’s', () => {
    expect(discloseJudgment({ keyStatus: 'author' }, real)).toBe('kept-back');
  });

  it('is everybody in the role, with the caveat, after an owner released it or where all is simulated', () => {
    expect(discloseJudgment({ keyStatus: 'author' }, released)).toBe('shown-on-author-key');
    expect(discloseJudgment({ keyStatus: 'author' }, { ...real, simulated: true })).toBe(
      'shown-on-author-key',
    );
  });
});

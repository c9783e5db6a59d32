import { describe, expect, it } from '@jest/globals';
import type { PersonId } from '../../../src/core/kernel/ids.ts';
import { releaseJudgment } from '../../../src/core/requisition/release-judgment.ts';
import { withdrawRelease } from '../../../src/core/requisition/withdraw-release.ts';
import { aDraft } from './a-role.ts';

const at = new Date('2026-11-03T15:20:00Z');
const release = { reason: 'The interviewers need it for the pilot.', by: 'ow1' as PersonId, at };
const released = aDraft({ state: 'open', judgmentRelease: release });

describe('releasing Judgment', () => {
  it('records reason, person and moment', () => {
    expect(releaseJudgment(aDraft({ state: 'open' }), release)).toEqual({
      kind: 'released',
      changes: { judgmentRelease: release },
    });
  });

  it.each([
    ['released-before', released],
    ['simulated', aDraft({ simulated: true })],
    ['archived', aDraft({ state: 'archived' })],
  ])('answers %s', (kind, role) => {
    expect(releaseJudgment(role, release)).toEqual({ kind });
  });
});

describe('withdrawing the release', () => {
  it('keeps the release on record, after earlier ones', () => {
    const later = new Date('2026-12-01T08:00:00Z');
    const once = withdrawRelease(released, 'ow2' as PersonId, later);
    const past = { ...release, withdrawnBy: 'ow2', withdrawnAt: later };
    expect(once).toEqual({
      kind: 'withdrawn',
      changes: { judgmentRelease: null, pastReleases: [past] },
    });
    const again = withdrawRelease({ ...released, pastReleases: [past as never] }, 'ow1' as PersonId, later);
    expect(again).toMatchObject({ changes: { pastReleases: [past, { withdrawnBy: 'ow1' }] } });
  });

  it.each([
    ['not-released', aDraft({ state: 'open' })],
    ['archived', { ...released, state: 'archived' as const }],
  ])('answers %s', (kind, role) => {
    expect(withdrawRelease(role, 'ow1' as PersonId, at)).toEqual({ kind });
  });
});

import { describe, expect, it } from '@jest/globals';
import type { OrganisationId } from '../../../src/core/kernel/ids.ts';
import { isDue, isUnderWay, type AnalysisRun } from '../../../src/core/quality/analysis-run.ts';

const now = new Date('2026-11-26T12:00:00Z');
const ago = (minutes: number): Date => new Date(now.getTime() - minutes * 60_000);
const run = (over: Partial<AnalysisRun>): AnalysisRun => ({
  id: 'pool',
  organisationId: 'o' as OrganisationId,
  state: 'ended',
  since: ago(0),
  beatAt: ago(0),
  read: 0,
  people: 100,
  ...over,
});

describe('the computing of a pool', () => {
  it.each<[string, AnalysisRun | undefined, boolean]>([
    ['was never done', undefined, true],
    ['was asked for', run({ state: 'wanted' }), true],
    ['gave a sign a minute ago', run({ state: 'running', since: ago(90), beatAt: ago(1) }), false],
    ['gave no sign for longer', run({ state: 'running', since: ago(90), beatAt: ago(1.01) }), true],
    ['failed nine minutes ago', run({ state: 'failed', since: ago(9) }), false],
    ['failed ten minutes ago', run({ state: 'failed', since: ago(10) }), true],
    ['is ten minutes old, of 999 people', run({ since: ago(10), people: 999 }), true],
    ['is ten minutes old, of 1,000 people', run({ since: ago(10), people: 1000 }), false],
    ['is an hour old, of 9,999 people', run({ since: ago(60), people: 9999 }), true],
    ['is 23 hours old, of 100,000 people', run({ since: ago(23 * 60), people: 100_000 }), false],
    ['is a day old, of 100,000 people', run({ since: ago(24 * 60), people: 100_000 }), true],
  ])('that %s', (_, known, due) => {
    expect(isDue(known, now)).toBe(due);
  });

  it('is under way only while it runs and gives signs', () => {
    expect(isUnderWay(run({ state: 'running' }), now)).toBe(true);
    expect(isUnderWay(run({ state: 'wanted' }), now)).toBe(false);
    expect(isUnderWay(run({ state: 'running', beatAt: ago(2) }), now)).toBe(false);
  });
});

import { describe, expect, it } from '@jest/globals';
import { owesView } from '../../../src/core/decision/independent-view.ts';
import { compareScorecards } from '../../../src/core/interview/compare-scorecards.ts';
import { mayReadScorecards, mayWriteScorecard } from '../../../src/core/interview/may-write-scorecard.ts';
import { missingScorecards } from '../../../src/core/interview/missing-scorecards.ts';
import { scorecardGaps, type ScorecardEntry } from '../../../src/core/interview/scorecard.ts';
import type { CriterionId, PersonId } from '../../../src/core/kernel/ids.ts';

const feeling = { id: 'feeling' as CriterionId };
const rosa = 'rosa' as PersonId;
const entry = (level: ScorecardEntry['level'], evidence = ''): ScorecardEntry => ({
  criterion: feeling.id,
  level,
  evidence,
});
const HEARD = 'She named the delay and the fear.';

describe('handing in a scorecard', () => {
  it.each([
    ['needs an entry', [], [{ criterion: 'feeling', missing: 'level' }]],
    ['needs a level', [entry(null, HEARD)], [{ criterion: 'feeling', missing: 'level' }]],
    ['needs evidence for a level', [entry(3)], [{ criterion: 'feeling', missing: 'evidence' }]],
    [
      'does not take spaces for evidence',
      [entry(3, ' '.repeat(20))],
      [{ criterion: 'feeling', missing: 'evidence' }],
    ],
    ['needs none where it did not come up', [entry('not-heard')], []],
    ['is whole with both', [entry(3, HEARD)], []],
  ])('%s', (_, entries, gaps) => {
    expect(scorecardGaps([feeling], entries)).toEqual(gaps);
  });
});

describe('whoever writes or reads scorecards', () => {
  const asked = [{ personId: rosa, view: null, scorecard: true }];
  it.each([
    ['may write when asked', 'interview', asked, null, 'may-write'],
    ['goes on with a draft', 'interview', asked, { handedInAt: null }, 'may-write'],
    ['is done when it is in', 'interview', asked, { handedInAt: new Date() }, 'handed-in'],
    ['stays done when not asked any more', 'interview', [], { handedInAt: new Date() }, 'handed-in'],
    ['writes none unasked', 'interview', [], null, 'not-asked'],
    [
      'writes none for a view alone',
      'interview',
      [{ personId: rosa, view: 'recruiter', scorecard: false }],
      null,
      'not-asked',
    ],
    ['stops at a withdrawal', 'withdrawn', asked, null, 'withdrawn'],
    ['stops at a decision', 'rejected', asked, null, 'decided'],
  ] as const)('%s', (_, stage, people, own, expected) => {
    expect(mayWriteScorecard({ stage }, rosa, people, own)).toBe(expected);
  });

  it.each([
    [false, 'handed-in', false, true],
    [false, 'handed-in', true, false],
    [false, 'may-write', false, false],
    [true, 'may-write', false, false],
    [true, 'not-asked', false, true],
    [true, 'not-asked', true, false],
    [false, 'not-asked', false, false],
    [true, 'decided', false, true],
  ] as const)('deciding: %s, %s, owing a view: %s: may read: %s', (decides, state, owesView, expected) => {
    expect(mayReadScorecards({ decides, state, owesView })).toBe(expected);
  });

  it.each([
    ['who is asked and has given none', 'interview', 'recruiter', [], true],
    ['who has given it', 'interview', 'recruiter', [{ personId: rosa }], false],
    ['who is not asked for one', 'interview', null, [], false],
    ['who can give none any more', 'offer', 'recruiter', [], false],
    ['of whom nothing is wanted after a withdrawal', 'withdrawn', 'recruiter', [], false],
  ] as const)('owes a view, or not: somebody %s', (_, stage, view, given, expected) => {
    expect(owesView({ stage }, rosa, [{ personId: rosa, view, scorecard: false }], given)).toBe(expected);
  });

  it('is missing until it is handed in', () => {
    expect(missingScorecards(asked, [{ personId: rosa, handedInAt: null }])).toEqual([rosa]);
    expect(missingScorecards(asked, [{ personId: rosa, handedInAt: new Date() }])).toEqual([]);
  });
});

describe('scorecards side by side', () => {
  const card = (name: string, level: ScorecardEntry['level'], handedInAt: Date | null = new Date()) => ({
    personId: name as PersonId,
    entries: [entry(level, HEARD)],
    handedInAt,
  });
  it.each([
    ['nobody', [], { kind: 'nobody' }],
    ['nobody while it is a draft', [card('a', 3, null)], { kind: 'nobody' }],
    ['one', [card('a', 3), card('b', 'not-heard')], { kind: 'one' }],
    ['the same', [card('a', 3), card('b', 3)], { kind: 'same', lowest: 3, highest: 3 }],
    ['near each other', [card('a', 4), card('b', 3)], { kind: 'near', lowest: 3, highest: 4 }],
    ['far apart', [card('a', 5), card('b', 3), card('c', 4)], { kind: 'apart', lowest: 3, highest: 5 }],
  ])('say %s', (_, cards, agreement) => {
    const [compared] = compareScorecards([feeling], cards);
    expect(compared?.agreement).toEqual(agreement);
  });
});

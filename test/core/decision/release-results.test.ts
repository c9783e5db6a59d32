import { describe, expect, it } from '@jest/globals';
import { mayRelease, type OwnResultText } from '../../../src/core/decision/release-results.ts';
import { STAGES } from '../../../src/core/applicant/applicant.ts';

const text = (label: string): OwnResultText => ({
  criteria: [{ label, level: null, rated: 0, empty: 0, quote: null }],
  tip: null,
});
const ready = {
  applicant: { stage: 'rejected' },
  evidence: { kind: 'complete' },
  text: text('Feeling'),
  released: [],
} as const;

describe('releasing results to an applicant', () => {
  it('follows the outcome and nothing else', () => {
    const kinds = STAGES.map((stage) => mayRelease({ ...ready, applicant: { stage } }).kind);
    expect(kinds).toEqual([
      'not-decided',
      'not-decided',
      'not-decided',
      'may-release',
      'may-release',
      'withdrawn',
    ]);
  });

  it.each([
    [{ kind: 'waiting-for-rating', rated: 1, wanted: 6 }, 'not-rated'],
    [{ kind: 'waiting-for-third', open: 1 }, 'not-rated'],
    [{ kind: 'invited' }, 'not-rated'],
    [{ kind: 'part-missing', missing: ['judgment'] }, 'may-release'],
  ] as const)('waits until everything is rated: %j', (evidence, kind) => {
    expect(mayRelease({ ...ready, evidence }).kind).toBe(kind);
  });

  it('happens once; a correction needs other data and takes the next number', () => {
    const released = [{ text: text('Feeling') }];
    expect(mayRelease({ ...ready, released })).toEqual({ kind: 'nothing-new' });
    const changed = mayRelease({ ...ready, text: text('Clarity'), released });
    expect(changed).toEqual({ kind: 'may-correct', number: 2 });
    const back = mayRelease({ ...ready, released: [...released, { text: text('Clarity') }] });
    expect(back).toEqual({ kind: 'may-correct', number: 3 });
  });
});

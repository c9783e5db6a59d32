import { describe, expect, it } from '@jest/globals';
import { whyLeftOut } from '../../../src/core/applicant/bulk-action.ts';

const INVITED = { kind: 'invited' } as const;
const BEGUN = { kind: 'in-progress' } as const;
const COMPLETE = { kind: 'complete' } as const;

describe('an action for several applicants', () => {
  it.each([
    { wish: { kind: 'move', to: 'interview' }, stage: 'open', evidence: COMPLETE, state: 'open', why: null },
    {
      wish: { kind: 'move', to: 'interview' },
      stage: 'interview',
      evidence: COMPLETE,
      state: 'open',
      why: 'there-already',
    },
    {
      wish: { kind: 'move', to: 'open' },
      stage: 'rejected',
      evidence: COMPLETE,
      state: 'open',
      why: 'decided',
    },
    { wish: { kind: 'move', to: 'open' }, stage: 'offer', evidence: COMPLETE, state: 'open', why: 'decided' },
    {
      wish: { kind: 'move', to: 'open' },
      stage: 'withdrawn',
      evidence: COMPLETE,
      state: 'open',
      why: 'withdrawn',
    },
    { wish: { kind: 'remind' }, stage: 'open', evidence: BEGUN, state: 'closed', why: null },
    { wish: { kind: 'remind' }, stage: 'open', evidence: INVITED, state: 'closed', why: 'not-open' },
    { wish: { kind: 'remind' }, stage: 'open', evidence: COMPLETE, state: 'open', why: 'finished' },
    { wish: { kind: 'extend' }, stage: 'open', evidence: BEGUN, state: 'open', why: 'begun' },
    { wish: { kind: 'extend' }, stage: 'open', evidence: INVITED, state: 'open', why: null },
    { wish: { kind: 'end-invitation' }, stage: 'open', evidence: INVITED, state: 'closed', why: null },
    {
      wish: { kind: 'end-invitation' },
      stage: 'withdrawn',
      evidence: INVITED,
      state: 'open',
      why: 'withdrawn',
    },
  ] as const)('$wish.kind reaches or leaves out ($stage, $evidence.kind, $state): $why', (row) => {
    const { wish, stage, evidence, state, why } = row;
    expect(whyLeftOut(wish, { stage, evidence }, { state })).toBe(why);
  });
});

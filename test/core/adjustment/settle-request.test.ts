import { describe, expect, it } from '@jest/globals';
import { answerRequest, grantOnRequest, recordOutcome } from '../../../src/core/adjustment/settle-request.ts';
import { newRequest } from '../../../src/core/adjustment/new-request.ts';
import { BEGAN } from '../attempt/an-attempt.ts';
import { ADELA, aGrant, aRequest } from './a-request.ts';

const at = new Date('2026-03-03T10:00:00Z');

describe('a request', () => {
  it('begins open, with its first step written down', () => {
    expect(aRequest()).toMatchObject({
      state: 'open',
      dueAt: new Date('2026-03-04T09:00:00Z'),
      log: [{ by: 'candidate', what: 'asked' }],
    });
    const { rev: _rev, ...asked } = aRequest({ origin: 'rating' });
    expect(newRequest({ ...asked, by: 'system' }).log).toMatchObject([{ by: 'system', what: 'opened' }]);
  });
});

describe('granting', () => {
  it('is written down with the grant, and may go on', () => {
    const first = grantOnRequest(aRequest(), aGrant());
    if (first.kind !== 'granted') throw new Error(first.kind);
    expect(first.changes).toMatchObject({ state: 'granted', grants: [aGrant()] });
    expect(first.changes.log).toHaveLength(2);
    const second = grantOnRequest({ ...aRequest(), ...first.changes }, aGrant({ id: 'grant-2' }));
    expect(second.kind === 'granted' && second.changes.grants).toHaveLength(2);
  });

  it('twice from the same form is the same grant', () => {
    const given = aGrant({ outcome: 'given' });
    const again = grantOnRequest(aRequest({ grants: [given] }), aGrant());
    expect(again).toEqual({ kind: 'granted-before', grant: given });
  });

  it('is still possible after declining', () => {
    expect(grantOnRequest(aRequest({ state: 'declined' }), aGrant())).toMatchObject({
      changes: { state: 'granted' },
    });
  });
});

describe('the outcome of a grant', () => {
  it('is written down once', () => {
    const request = aRequest({ state: 'granted', grants: [aGrant(), aGrant({ id: 'grant-2' })] });
    const changes = recordOutcome(request, 'grant-1', 'given', at);
    expect(changes?.grants?.map(({ outcome }) => outcome)).toEqual(['given', 'waiting']);
    expect(changes?.log?.at(-1)).toEqual({
      at,
      by: 'system',
      what: 'carried-out',
      grantId: 'grant-1',
      text: null,
    });
    expect(recordOutcome({ ...request, ...changes }, 'grant-1', 'handed-in', at)).toBeNull();
  });

  it('of nothing known, or not known yet, changes nothing', () => {
    const request = aRequest({ grants: [aGrant()] });
    expect(recordOutcome(request, 'another', 'given', at)).toBeNull();
    expect(recordOutcome(request, 'grant-1', 'waiting', at)).toBeNull();
  });
});

describe('an answer', () => {
  const words = { by: ADELA, at, text: 'Rest between the parts.' };

  it.each(['answered', 'declined'] as const)('%s is kept with the time', (as) => {
    expect(answerRequest(aRequest(), { ...words, as })).toMatchObject({
      kind: 'answered',
      changes: {
        state: as,
        answer: { text: words.text, at },
        log: [{ at: BEGAN }, { what: as, text: words.text }],
      },
    });
  });

  it('takes nothing back that was given', () => {
    const granted = aRequest({ state: 'granted', grants: [aGrant({ outcome: 'given' })] });
    expect(answerRequest(granted, { ...words, as: 'answered' })).toMatchObject({
      changes: { state: 'granted' },
    });
    expect(answerRequest(granted, { ...words, as: 'declined' })).toEqual({ kind: 'granted-before' });
  });
});

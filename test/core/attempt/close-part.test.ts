import { describe, expect, it } from '@jest/globals';
import type { Attempt } from '../../../src/core/attempt/attempt.ts';
import { closePart, type Manifest } from '../../../src/core/attempt/close-part.ts';
import type { ItemId } from '../../../src/core/kernel/ids.ts';
import { aForm, JUDGMENT, theSection, WRITING } from '../form/a-form.ts';
import { anAttempt, aRunningAttempt, aStored, BEGAN, MINUTE, withPart } from './an-attempt.ts';

const form = aForm();
const DEADLINE = BEGAN.getTime() + 30 * MINUTE;
const holding = aRunningAttempt({ responses: { ['j01' as ItemId]: aStored({ seq: 3 }) } });
const handIn = (given: { attempt?: Attempt; manifest?: Manifest | null; at?: number; epoch?: number } = {}) =>
  closePart({
    attempt: given.attempt ?? holding,
    form,
    section: theSection(form, JUDGMENT),
    epoch: given.epoch ?? 1,
    manifest: given.manifest === undefined ? null : given.manifest,
    recvAtMs: given.at ?? BEGAN.getTime() + MINUTE,
  });

describe('handing in a part', () => {
  it('closes it as of its arrival; the attempt goes on while another part is open', () => {
    expect(handIn()).toEqual({
      kind: 'close',
      closedAtMs: BEGAN.getTime() + MINUTE,
      closedBy: 'hand-in',
      finishes: false,
    });
  });

  it('finishes the attempt when it was the last open part', () => {
    expect(handIn({ attempt: withPart(holding, WRITING, { state: 'closed' }) })).toMatchObject({
      finishes: true,
    });
  });

  it('needs a manifest that agrees with what is stored, item by item', () => {
    expect(handIn({ manifest: { ['j01' as ItemId]: 3 } }).kind).toBe('close');
    expect(handIn({ manifest: { ['j01' as ItemId]: 3, ['b01' as ItemId]: 0 } }).kind).toBe('close');
    expect(handIn({ manifest: { ['j01' as ItemId]: 4 } })).toEqual({ kind: 'resend', items: ['j01'] });
    expect(handIn({ manifest: { ['j01' as ItemId]: 2 } })).toEqual({ kind: 'resend', items: ['j01'] });
    expect(handIn({ manifest: {} })).toEqual({ kind: 'resend', items: ['j01'] });
    expect(handIn({ manifest: { ['j01' as ItemId]: 3, ['b01' as ItemId]: 1 } })).toEqual({
      kind: 'resend',
      items: ['b01'],
    });
  });

  it('needs no manifest without script', () => {
    expect(handIn({ manifest: null }).kind).toBe('close');
  });

  it('after the deadline is not blocked by a manifest', () => {
    expect(handIn({ at: DEADLINE, manifest: {} })).toEqual({ kind: 'resend', items: ['j01'] });
    expect(handIn({ at: DEADLINE + 1, manifest: {} })).toMatchObject({ kind: 'close', closedBy: 'hand-in' });
  });

  it.each([
    [0, 'hand-in', 0],
    [60_000, 'hand-in', 60_000],
    [60_001, 'time', 0],
  ])('%i ms after the deadline counts as closed by %s', (after, closedBy, closedAfter) => {
    expect(handIn({ at: DEADLINE + after })).toMatchObject({ closedBy, closedAtMs: DEADLINE + closedAfter });
  });

  it('twice, or of an attempt that is over, is told so', () => {
    expect(handIn({ attempt: withPart(holding, JUDGMENT, { state: 'closed' }) })).toEqual({ kind: 'closed' });
    expect(handIn({ attempt: { ...holding, state: 'submitted' } })).toEqual({ kind: 'closed' });
  });

  it('needs a part that runs and the current writer', () => {
    expect(handIn({ attempt: anAttempt() })).toEqual({ kind: 'part-not-running' });
    expect(handIn({ attempt: { ...holding, epoch: 2 } })).toEqual({ kind: 'old-epoch' });
  });
});

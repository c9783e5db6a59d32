import { describe, expect, it } from '@jest/globals';
import { currentIntake } from '../../../src/core/requisition/requisition.ts';
import { aDraft } from './a-role.ts';

describe('the intake that new invitations join', () => {
  it('is the last one', () => {
    const [first] = aDraft().intakes;
    if (first === undefined) throw new Error('a draft has an intake');
    const last = { ...first, id: 'second' as typeof first.id };
    expect(currentIntake(aDraft({ intakes: [first, last] })).id).toBe('second');
  });

  it('is a broken promise where there is none', () => {
    expect(() => currentIntake(aDraft({ intakes: [] }))).toThrow('has no intake');
  });
});

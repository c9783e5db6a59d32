import { describe, expect, it } from '@jest/globals';
import type { PersonId } from '../../../src/core/kernel/ids.ts';
import { addMember, possibleMembers, removeMember } from '../../../src/core/requisition/change-members.ts';
import { aDraft, aPerson } from './a-role.ts';

const rec = aPerson('rec', ['recruiter']);
const lead = aPerson('lead', ['hiring-manager']);
const both = aPerson('both', ['interviewer', 'rater']);
const rater = aPerson('rater', ['rater']);
const gone = aPerson('gone', ['recruiter'], 'deactivated');
const ids = (...names: string[]) => names as unknown as PersonId[];

describe('people who may become members', () => {
  it('are those with a role that acts in requisitions, who are not members and do not rate here', () => {
    const people = [rec, lead, both, rater, gone];
    expect(possibleMembers(aDraft(), people, []).map(({ id }) => id)).toEqual(['lead', 'both']);
    expect(possibleMembers(aDraft(), people, ids('both')).map(({ id }) => id)).toEqual(['lead']);
  });
});

describe('adding a member', () => {
  it('puts them at the end', () => {
    expect(addMember(aDraft(), lead, [])).toEqual({
      kind: 'changed',
      members: ['rec', 'lead'],
      willNotRate: false,
    });
  });

  it('warns that a rater will not rate here', () => {
    expect(addMember(aDraft(), both, [])).toMatchObject({ kind: 'changed', willNotRate: true });
  });

  it('is refused for somebody who has begun to rate here', () => {
    expect(addMember(aDraft(), both, ids('both'))).toEqual({ kind: 'rates-here' });
  });

  it('is refused for a member, and for somebody without a role to act with', () => {
    expect(addMember(aDraft(), rec, [])).toEqual({ kind: 'member-already' });
    expect(addMember(aDraft(), rater, [])).toEqual({ kind: 'no-acting-role' });
  });
});

describe('removing a member', () => {
  const people = [rec, lead, gone];

  it('takes them off', () => {
    const role = aDraft({ members: ids('rec', 'lead') });
    expect(removeMember(role, lead.id, people)).toEqual({ kind: 'changed', members: ['rec'] });
  });

  it('is refused for the last active recruiter', () => {
    const role = aDraft({ members: ids('rec', 'lead', 'gone') });
    expect(removeMember(role, rec.id, people)).toEqual({ kind: 'last-recruiter' });
  });

  it('is refused for somebody who is no member', () => {
    expect(removeMember(aDraft(), lead.id, people)).toEqual({ kind: 'not-a-member' });
  });
});

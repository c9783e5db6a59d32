import { describe, expect, it } from '@jest/globals';
import { mayAnswerLookAgain } from '../../../src/core/access/look-again-access.ts';
import type { OrganisationId, PersonId } from '../../../src/core/kernel/ids.ts';
import type { Role } from '../../../src/core/person/person.ts';

const home = 'home' as OrganisationId;
const id = (name: string) => name as PersonId;
const actor = (personId: string, roles: readonly Role[], organisationId = home) => ({
  personId: id(personId),
  organisationId,
  name: personId,
  roles,
});
const subject = { organisationId: home, contactId: null, members: [id('rosa'), id('lea')] };

describe('who answers a candidate who asks to look again', () => {
  it('is the named contact alone, whatever the roles', () => {
    const named = { ...subject, contactId: id('kim') };
    expect(mayAnswerLookAgain(actor('kim', ['adjustments']), named)).toBe('allowed');
    expect(mayAnswerLookAgain(actor('olga', ['owner']), named)).toBe('absent');
    expect(mayAnswerLookAgain(actor('rosa', ['recruiter']), named)).toBe('absent');
  });

  it('is an owner or a recruiter of the role where the contact has no account', () => {
    expect(mayAnswerLookAgain(actor('olga', ['owner']), subject)).toBe('allowed');
    expect(mayAnswerLookAgain(actor('rosa', ['recruiter']), subject)).toBe('allowed');
    expect(mayAnswerLookAgain(actor('lea', ['hiring-manager']), subject)).toBe('absent');
    expect(mayAnswerLookAgain(actor('ravi', ['recruiter']), subject)).toBe('absent');
  });

  it('is nobody of another organisation', () => {
    const stranger = actor('kim', ['owner', 'recruiter'], 'elsewhere' as OrganisationId);
    expect(mayAnswerLookAgain(stranger, { ...subject, contactId: id('kim') })).toBe('absent');
    expect(mayAnswerLookAgain(stranger, { ...subject, members: [id('kim')] })).toBe('absent');
  });
});

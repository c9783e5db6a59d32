import { describe, expect, it } from '@jest/globals';
import { mayInRequisition, type RequisitionAction } from '../../../src/core/access/requisition-access.ts';
import type { Access } from '../../../src/core/access/access.ts';
import type { OrganisationId, PersonId } from '../../../src/core/kernel/ids.ts';
import { ROLES, type Actor, type Role } from '../../../src/core/person/person.ts';

const organisationId = 'org' as OrganisationId;
const personId = 'me' as PersonId;
const requisition = { organisationId, members: [personId] };
const actor = (...roles: Role[]): Actor => ({ personId, organisationId, name: 'A', roles });

const ALLOWED: Record<RequisitionAction, readonly Role[]> = {
  view: ['recruiter', 'hiring-manager', 'interviewer'],
  edit: ['recruiter', 'hiring-manager'],
  invite: ['recruiter'],
  'see-contacts': ['recruiter'],
  allocate: ['recruiter', 'hiring-manager'],
  'settle-ratings': ['hiring-manager'],
  compare: ['recruiter', 'hiring-manager'],
  decide: ['recruiter', 'hiring-manager'],
  'read-quality': ['hiring-manager'],
  'edit-rubric': ['hiring-manager'],
};
const actions = Object.keys(ALLOWED) as RequisitionAction[];

describe('mayInRequisition', () => {
  it.each(actions.flatMap((action) => ROLES.map((role) => [action, role] as const)))(
    '%s by a member who is %s',
    (action, role) => {
      const expected: Access = ALLOWED[action].includes(role) ? 'allowed' : 'forbidden';
      expect(mayInRequisition(actor(role), action, requisition)).toBe(expected);
    },
  );

  it('shows nothing to people of the organisation who are no members, whatever their roles', () => {
    for (const action of actions) {
      expect(mayInRequisition(actor(...ROLES), action, { organisationId, members: [] })).toBe('absent');
    }
  });

  it('shows nothing to members of another organisation', () => {
    const foreign = { organisationId: 'other' as OrganisationId, members: [personId] };
    for (const action of actions) expect(mayInRequisition(actor(...ROLES), action, foreign)).toBe('absent');
  });
});

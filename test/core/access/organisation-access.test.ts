import { describe, expect, it } from '@jest/globals';
import { mayInOrganisation, type OrganisationAction } from '../../../src/core/access/organisation-access.ts';
import type { OrganisationId, PersonId } from '../../../src/core/kernel/ids.ts';
import { ROLES, type Role } from '../../../src/core/person/person.ts';

const ALLOWED: Record<OrganisationAction, readonly Role[]> = {
  'see-people': ['owner'],
  'change-people': ['owner'],
  'change-settings': ['owner'],
  'release-judgment': ['owner'],
  'run-expert-panel': ['owner'],
  'create-requisition': ['recruiter'],
  'approve-rubric': ['owner', 'auditor'],
  rate: ['rater'],
  'read-quality': ['owner', 'auditor'],
  'freeze-references': ['owner'],
  'read-audit': ['auditor', 'owner'],
  adjust: ['adjustments'],
};
const cases = (Object.keys(ALLOWED) as OrganisationAction[]).flatMap((action) =>
  ROLES.map((role) => [action, role] as const),
);

describe('mayInOrganisation', () => {
  it.each(cases)('%s by %s', (action, role) => {
    const actor = {
      personId: 'p' as PersonId,
      organisationId: 'o' as OrganisationId,
      name: 'A',
      roles: [role],
    };
    expect(mayInOrganisation(actor, action)).toBe(ALLOWED[action].includes(role) ? 'allowed' : 'forbidden');
  });
});

import type { Actor, Role } from '../person/person.ts';
import type { Access } from './access.ts';

/** What people may do in their own organisation, outside of any one requisition. */
const ROLES_FOR = {
  'see-people': ['owner'],
  'change-people': ['owner'],
  'change-settings': ['owner'],
  'release-judgment': ['owner'],
  'run-expert-panel': ['owner'],
  'create-requisition': ['recruiter'],
  'approve-rubric': ['owner', 'auditor'],
  rate: ['rater'],
  'read-audit': ['auditor', 'owner'],
  'read-quality': ['auditor', 'owner'],
  'freeze-references': ['owner'],
  adjust: ['adjustments'],
} as const satisfies Record<string, readonly Role[]>;

export type OrganisationAction = keyof typeof ROLES_FOR;

/** Whether the actor holds one of the roles that an action in the organisation asks for. */
export function mayInOrganisation(actor: Actor, action: OrganisationAction): Access {
  const wanted: readonly Role[] = ROLES_FOR[action];
  return actor.roles.some((role) => wanted.includes(role)) ? 'allowed' : 'forbidden';
}

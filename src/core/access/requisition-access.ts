import type { OrganisationId, PersonId } from '../kernel/ids.ts';
import type { Actor, Role } from '../person/person.ts';
import type { Access } from './access.ts';

/** What members may do in a requisition, by role. A member without any of the roles is told so; others see nothing. */
const ROLES_FOR = {
  view: ['recruiter', 'hiring-manager', 'interviewer'],
  edit: ['recruiter', 'hiring-manager'],
  invite: ['recruiter'],
  'see-contacts': ['recruiter'],
  allocate: ['recruiter', 'hiring-manager'],
  'settle-ratings': ['hiring-manager'],
  compare: ['recruiter', 'hiring-manager'],
  decide: ['recruiter', 'hiring-manager'],
  'edit-rubric': ['hiring-manager'],
  'read-quality': ['hiring-manager'],
} as const satisfies Record<string, readonly Role[]>;

export type RequisitionAction = keyof typeof ROLES_FOR;

interface Subject {
  readonly organisationId: OrganisationId;
  readonly members: readonly PersonId[];
}

/** Whether the actor may act in this requisition: foreign organisation or no membership → absent; missing role → forbidden. */
export function mayInRequisition(actor: Actor, action: RequisitionAction, requisition: Subject): Access {
  if (actor.organisationId !== requisition.organisationId) return 'absent';
  if (!requisition.members.includes(actor.personId)) return 'absent';
  const wanted: readonly Role[] = ROLES_FOR[action];
  return actor.roles.some((role) => wanted.includes(role)) ? 'allowed' : 'forbidden';
}

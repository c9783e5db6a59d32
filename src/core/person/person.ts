import type { OrganisationId, PersonId } from '../kernel/ids.ts';

export const ROLES = [
  'owner',
  'recruiter',
  'hiring-manager',
  'rater',
  'interviewer',
  'adjustments',
  'auditor',
] as const;
export type Role = (typeof ROLES)[number];

/** A staff account. */
export interface Person {
  readonly id: PersonId;
  readonly organisationId: OrganisationId;
  readonly name: string;
  readonly email: string;
  readonly roles: readonly Role[];
  readonly state: 'invited' | 'active' | 'deactivated';
  readonly rev: number;
}

/** Who is acting: the signed-in person as every decision about access sees them. */
export interface Actor {
  readonly personId: PersonId;
  readonly organisationId: OrganisationId;
  readonly name: string;
  readonly roles: readonly Role[];
}

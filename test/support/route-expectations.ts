import type { Role } from '../../src/core/person/person.ts';

/** Who may call a route: everybody, any staff, the bound candidate, roles in the organisation, roles of members. */
type Expectation =
  | 'public'
  | 'staff'
  | 'candidate'
  | { readonly roles: readonly Role[] }
  | { readonly memberRoles: readonly Role[] };

const owner = { roles: ['owner'] } as const satisfies Expectation;

/** Written by hand, not derived from the routes: a route without a line here fails the access test. */
export const expectations: Readonly<Record<string, Expectation>> = {
  'GET /set-up': 'public',
  'POST /set-up': 'public',
  'GET /sign-in': 'public',
  'POST /sign-in': 'public',
  'POST /sign-out': 'staff',
  'GET /join/:token': 'public',
  'POST /join/:token': 'public',
  'GET /people': owner,
  'POST /people': owner,
  'GET /people/:personId': owner,
  'POST /people/:personId/roles': owner,
  'POST /people/:personId/state': owner,
  'POST /people/:personId/link': owner,
  'POST /people/:personId/sign-out': owner,
  'GET /requisitions/:requisitionId/applicants': { memberRoles: ['recruiter', 'hiring-manager'] },
  'GET /requisitions/:requisitionId/comparison': { memberRoles: ['recruiter', 'hiring-manager'] },
};

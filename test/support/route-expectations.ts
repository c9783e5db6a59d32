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
  'GET /i/:token': 'public',
  'POST /i/:token/begin': 'public',
  'GET /attempts/:attemptId': 'candidate',
  'POST /attempts/:attemptId/time': 'candidate',
  'POST /attempts/:attemptId/comfort': 'candidate',
  'GET /attempts/:attemptId/practice/:itemId': 'candidate',
  'POST /attempts/:attemptId/practice/:itemId': 'candidate',
  'POST /attempts/:attemptId/claim': 'candidate',
  'GET /attempts/:attemptId/receipt': 'candidate',
  'GET /attempts/:attemptId/state': 'candidate',
  'POST /attempts/:attemptId/heartbeat': 'candidate',
  'GET /attempts/:attemptId/parts/:sectionId': 'candidate',
  'POST /attempts/:attemptId/parts/:sectionId/start': 'candidate',
  'GET /attempts/:attemptId/parts/:sectionId/check': 'candidate',
  'POST /attempts/:attemptId/parts/:sectionId/hand-in': 'candidate',
  'GET /attempts/:attemptId/items/:itemId': 'candidate',
  'POST /attempts/:attemptId/items/:itemId/response': 'candidate',
  'GET /people': owner,
  'POST /people': owner,
  'GET /people/:personId': owner,
  'POST /people/:personId/roles': owner,
  'POST /people/:personId/state': owner,
  'POST /people/:personId/link': owner,
  'POST /people/:personId/sign-out': owner,
  'GET /erasure': owner,
  'GET /erasure/:applicantId': owner,
  'POST /erasure/:applicantId': owner,
  'GET /': 'staff',
  'GET /requisitions/:requisitionId/applicants': { memberRoles: ['recruiter', 'hiring-manager'] },
  'GET /requisitions/:requisitionId/comparison': { memberRoles: ['recruiter', 'hiring-manager'] },
  'GET /requisitions/:requisitionId/anchors': { memberRoles: ['recruiter', 'hiring-manager', 'interviewer'] },
  'GET /requisitions/:requisitionId/anchors/practice/:number': {
    memberRoles: ['recruiter', 'hiring-manager', 'interviewer'],
  },
  'GET /requisitions/:requisitionId/rating': { memberRoles: ['recruiter', 'hiring-manager'] },
  'POST /requisitions/:requisitionId/rating/allocation': { memberRoles: ['recruiter', 'hiring-manager'] },
  'GET /requisitions/:requisitionId/rating/decisions': { memberRoles: ['hiring-manager'] },
  'GET /requisitions/:requisitionId/rating/decisions/:taskId': { memberRoles: ['hiring-manager'] },
  'POST /requisitions/:requisitionId/rating/decisions/:taskId': { memberRoles: ['hiring-manager'] },
  'GET /rating': { roles: ['rater'] },
  'POST /rating/work': { roles: ['rater'] },
  'GET /rating/batches/:batchId': { roles: ['rater'] },
  'POST /rating/batches/:batchId/hand-in': { roles: ['rater'] },
  'GET /rating/batches/:batchId/tasks/:taskId': { roles: ['rater'] },
  'POST /rating/batches/:batchId/tasks/:taskId': { roles: ['rater'] },
  'POST /rating/batches/:batchId/tasks/:taskId/conflict': { roles: ['rater'] },
  'GET /requisitions/new': { roles: ['recruiter'] },
  'POST /requisitions/new': { roles: ['recruiter'] },
  'GET /requisitions': 'staff',
  'GET /requisitions/:requisitionId': { memberRoles: ['recruiter', 'hiring-manager', 'interviewer'] },
  'POST /requisitions/:requisitionId/open': { memberRoles: ['recruiter', 'hiring-manager'] },
  'GET /requisitions/:requisitionId/job-analysis': { memberRoles: ['recruiter', 'hiring-manager'] },
  'POST /requisitions/:requisitionId/job-analysis': { memberRoles: ['recruiter', 'hiring-manager'] },
  'POST /requisitions/:requisitionId/job-analysis/confirmation': {
    memberRoles: ['recruiter', 'hiring-manager'],
  },
  'GET /requisitions/:requisitionId/rules': { memberRoles: ['recruiter', 'hiring-manager'] },
  'POST /requisitions/:requisitionId/rules': { memberRoles: ['recruiter', 'hiring-manager'] },
  'GET /requisitions/:requisitionId/members': { memberRoles: ['recruiter', 'hiring-manager'] },
  'POST /requisitions/:requisitionId/members': { memberRoles: ['recruiter', 'hiring-manager'] },
  'POST /requisitions/:requisitionId/members/remove': { memberRoles: ['recruiter', 'hiring-manager'] },
  'GET /requisitions/:requisitionId/invitations': { memberRoles: ['recruiter'] },
  'POST /requisitions/:requisitionId/invitations': { memberRoles: ['recruiter'] },
  'POST /requisitions/:requisitionId/invitations/:invitationId/link': { memberRoles: ['recruiter'] },
  'POST /requisitions/:requisitionId/invitations/:invitationId/revocation': { memberRoles: ['recruiter'] },
};

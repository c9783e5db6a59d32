import { createApplicantStore } from './applicant-store.ts';
import { createAuditStore } from './audit-store.ts';
import type { Connection } from './connection.ts';
import { createOrganisationStore } from './organisation-store.ts';
import { createPersonStore } from './person-store.ts';
import { createRequisitionStore } from './requisition-store.ts';
import { createSignInAttemptStore } from './sign-in-attempt-store.ts';

/** Every store but the one of keys, which only scoring and the catalog are given. */
export function createStores(connection: Connection) {
  return {
    organisations: createOrganisationStore(connection),
    people: createPersonStore(connection),
    signInAttempts: createSignInAttemptStore(connection),
    requisitions: createRequisitionStore(connection),
    applicants: createApplicantStore(connection),
    audit: createAuditStore(connection),
  };
}

export type Stores = ReturnType<typeof createStores>;

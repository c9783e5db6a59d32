import type { Store as WebSessionStore } from 'express-session';
import type { Config } from '../config.ts';
import type { Actor } from '../core/person/person.ts';
import type { Attempt } from '../core/attempt/attempt.ts';
import type { ApplicantId, AttemptId, OrganisationId, RequisitionId } from '../core/kernel/ids.ts';
import type { Requisition } from '../core/requisition/requisition.ts';
import type { Logger } from '../ops/logger.ts';
import type { ErasedContact } from './erased-reply.ts';

/** What the HTTP room needs from outside; app.ts takes it from the stores. */
export interface HttpDeps {
  readonly root: string;
  /** The address of a built style sheet or script, by its plain name. */
  readonly asset: (name: string) => string;
  readonly config: Config;
  readonly secret: string;
  readonly clock: () => Date;
  readonly logger: Logger;
  readonly webSessionStore: WebSessionStore;
  /** The account of a web session, or null where it was deactivated or signed out everywhere since. */
  readonly findActor: (personId: string, signInVersion: number) => Promise<Actor | null>;
  readonly findRequisition: (
    organisationId: OrganisationId,
    id: RequisitionId,
  ) => Promise<Requisition | null>;
  /** The attempt of that id if this device's cookie was bound to it. */
  readonly findBoundAttempt: (id: AttemptId, bindingHash: string) => Promise<Attempt | null>;
  /** Whom the candidates of an erased applicant may ask; null where nobody of that id was erased. */
  readonly findErased: (applicantId: ApplicantId) => Promise<ErasedContact | null>;
  /** Null when the store answers and every index is there; otherwise what to do. */
  readonly notReady: () => Promise<string | null>;
  readonly organisationName: (id: OrganisationId) => Promise<string | null>;
}

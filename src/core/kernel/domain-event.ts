import type { EventId, OrganisationId, PersonId } from './ids.ts';

/**
 * Something that happened to one aggregate. It is pushed into the aggregate's outbox in the same update that made it
 * happen; a relay copies it to the audit trail and runs its follow-ups. It carries ids and plain facts, never texts.
 */
export interface DomainEvent {
  readonly id: EventId;
  readonly type: string;
  readonly at: Date;
  readonly organisationId: OrganisationId;
  readonly actor: EventActor;
  /** Ids and small facts only: `{ requisitionId, applicantId, partId, … }`. */
  readonly facts: Readonly<Record<string, string | number | boolean | null | readonly string[]>>;
}

export type EventActor =
  | { readonly kind: 'person'; readonly personId: PersonId }
  | { readonly kind: 'candidate' }
  | { readonly kind: 'system' };

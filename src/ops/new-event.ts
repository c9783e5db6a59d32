import type { DomainEvent, EventActor } from '../core/kernel/domain-event.ts';
import type { OrganisationId, PersonId } from '../core/kernel/ids.ts';
import { newId } from './secrets.ts';

interface Happened {
  readonly type: string;
  readonly at: Date;
  readonly organisationId: OrganisationId;
  readonly facts?: DomainEvent['facts'];
}

const event = (actor: EventActor, { facts = {}, ...rest }: Happened): DomainEvent => ({
  id: newId(),
  ...rest,
  actor,
  facts,
});

/** Something that a member of staff did. */
export const staffEvent = (personId: PersonId, happened: Happened): DomainEvent =>
  event({ kind: 'person', personId }, happened);

/** Something that a candidate did. */
export const candidateEvent = (happened: Happened): DomainEvent => event({ kind: 'candidate' }, happened);

/** Something that the clock or a follow-up did. */
export const systemEvent = (happened: Happened): DomainEvent => event({ kind: 'system' }, happened);

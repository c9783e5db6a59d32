import type { ExpertPanel } from '../../../core/expert-panel/expert-panel.ts';
import type { DomainEvent } from '../../../core/kernel/domain-event.ts';
import type { Actor } from '../../../core/person/person.ts';
import { staffEvent } from '../../../ops/new-event.ts';

/** Something that an owner did to a panel. */
export const panelEvent = (
  actor: Actor,
  { id: panelId, organisationId }: Pick<ExpertPanel, 'id' | 'organisationId'>,
  type: string,
  at: Date,
  facts: DomainEvent['facts'] = {},
): DomainEvent => staffEvent(actor.personId, { type, at, organisationId, facts: { panelId, ...facts } });

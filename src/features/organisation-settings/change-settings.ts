import type { Actor } from '../../core/person/person.ts';
import type { Deps } from '../../deps.ts';
import { staffEvent } from '../../ops/new-event.ts';
import type { Organisation, OrganisationSettings } from '../../store/organisation-store.ts';

const NAMES = ['name', 'contactName', 'contactEmail', 'technicalHelp', 'answerWithinDays'] as const;

/** One change of the settings with its event, which names what changed and never what to. */
export async function changeSettings(
  deps: Deps,
  actor: Actor,
  {
    organisation,
    rev,
    settings,
  }: { organisation: Organisation; rev: number; settings: OrganisationSettings },
): Promise<'changed' | 'same' | 'changed-meanwhile'> {
  if (organisation.rev !== rev) return 'changed-meanwhile';
  const changed = NAMES.filter((name) => organisation[name] !== settings[name]);
  if (changed.length === 0) return 'same';
  const event = staffEvent(actor.personId, {
    type: 'organisation-settings-changed',
    at: deps.clock(),
    organisationId: organisation.id,
    facts: { changed: changed.join(' ') },
  });
  const outcome = await deps.stores.organisations.change(organisation, settings, [event]);
  if (outcome === 'changed') void deps.relay.soon();
  return outcome;
}

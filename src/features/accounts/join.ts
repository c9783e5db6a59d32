import type { Deps } from '../../deps.ts';
import { makeLinkToken, readLinkToken } from '../../ops/link-token.ts';
import { staffEvent } from '../../ops/new-event.ts';
import type { Credentials } from '../../store/person-store.ts';

/** The address by which an invited person, or one who forgot the password, chooses a new one. */
export function joinLink(deps: Deps, personId: string, version: number): string {
  const token = makeLinkToken(deps.secret, 'join', { id: personId, version });
  return `${deps.config.publicUrl}/join/${token}`;
}

/** Whom a join link is for; null where it is forged, used up, replaced by a newer one, or the account is closed. */
export async function readJoinLink(deps: Deps, token: string): Promise<Credentials | null> {
  const target = readLinkToken(deps.secret, 'join', token);
  if (target === null) return null;
  const credentials = await deps.stores.people.findCredentials(target.id);
  const usable = credentials?.linkVersion === target.version && credentials.person.state !== 'deactivated';
  return usable ? credentials : null;
}

/** Sets name and password by the link, once. */
export async function join(
  deps: Deps,
  token: string,
  form: { name: string; password: string },
): Promise<{ kind: 'joined'; credentials: Credentials } | { kind: 'link-used' }> {
  const credentials = await readJoinLink(deps, token);
  if (credentials === null) return { kind: 'link-used' };
  const { person, linkVersion } = credentials;
  const passwordHash = await deps.passwords.hash(form.password);
  const event = staffEvent(person.id, {
    type: 'password-set',
    at: deps.clock(),
    organisationId: person.organisationId,
    facts: { personId: person.id },
  });
  const outcome = await deps.stores.people.setPassword(
    person.id,
    linkVersion,
    { name: form.name, passwordHash },
    [event],
  );
  if (outcome === 'link-used') return { kind: 'link-used' };
  const renewed = await deps.stores.people.findCredentials(person.id);
  return renewed === null ? { kind: 'link-used' } : { kind: 'joined', credentials: renewed };
}

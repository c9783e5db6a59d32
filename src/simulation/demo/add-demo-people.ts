import type { OrganisationId, PersonId } from '../../core/kernel/ids.ts';
import type { Deps } from '../../deps.ts';
import { newId, newLabel } from '../../ops/secrets.ts';
import { writeUnfinished, type DemoAccess } from './demo-access.ts';
import { DEMO_PEOPLE } from './demo-people.ts';

/**
 * Makes the organisation of the demo and its accounts, which share one password that no other data directory has. The
 * password is written down before there is an account that needs it.
 */
export async function addDemoPeople({ stores, passwords, clock, config }: Deps): Promise<DemoAccess> {
  const password = [newLabel(), newLabel(), newLabel()].join('-');
  const hashing = passwords.hash(password);
  const organisationId = await stores.organisations.insertFirst(
    {
      id: newId<OrganisationId>(),
      name: 'Harbour Line Support (demo)',
      contactName: 'Ruben Achterberg, hiring team',
      contactEmail: 'recruiter@demo.example',
    },
    clock(),
  );
  const people = DEMO_PEOPLE.map(({ role, name, email }) => ({ roles: [role], name, email, password }));
  const access: DemoAccess = { address: config.publicUrl, people, candidateLinks: [] };
  await writeUnfinished(config.dataDir, access);
  const passwordHash = await hashing;
  await stores.people.insertMany(
    DEMO_PEOPLE.map(({ role, name, email }) => ({
      id: newId<PersonId>(),
      organisationId,
      name,
      email,
      roles: [role],
      passwordHash,
    })),
  );
  return access;
}

import { hash } from '@node-rs/argon2';

const PASSWORD = 'four plain words together';
/** A hash tells what it costs to verify. */
const CHEAP = { memoryCost: 64, timeCost: 1, parallelism: 1 };

/** What a demo hands out, for one role without applicants and one recruiter: there at once. */
export async function openOffice(product, role) {
  const id = 'r'.repeat(22);
  const person = { name: 'Ruben Achterberg', email: 'ruben@example.org', roles: ['recruiter'] };
  const passwordHash = await hash(PASSWORD, CHEAP);
  const { organisationId } = role.requisition;
  await product.deps.stores.people.insert({ ...person, id, organisationId, passwordHash }, []);
  await role.set('requisitions', role.requisition.id, { members: [id] });
  return { address: product.url, people: [{ ...person, password: PASSWORD }] };
}

import { hash } from '@node-rs/argon2';
import request from 'supertest';
import { load } from 'cheerio';
import type { OrganisationId, PersonId } from '../../src/core/kernel/ids.ts';
import type { Actor, Role } from '../../src/core/person/person.ts';
import { newId } from '../../src/ops/secrets.ts';
import { PUBLIC_URL, type TestApp } from './test-app.ts';

const PASSWORD = 'four plain words together';
/** A hash tells what it costs to verify: hundreds of sign-ins need not be as dear as real ones. */
const CHEAP = { memoryCost: 64, timeCost: 1, parallelism: 1 };
let passwordHash: Promise<string> | null = null;

export interface Staff {
  readonly actor: Actor;
  readonly email: string;
  readonly agent: ReturnType<typeof request.agent>;
  /** GET a page as this person. */
  get(path: string): request.Test;
  /** POST a form as this person, with the anti-forgery token of a page they could have open. */
  post(path: string, fields?: object): Promise<request.Response>;
}

/** An organisation of its own, with the contact that candidates see. */
export async function addOrganisation(test: TestApp, name = 'Harbour Line Support'): Promise<OrganisationId> {
  const id = newId<OrganisationId>();
  await test.connection.collection('organisations').insertOne({
    _id: id as never,
    name,
    contactName: 'The hiring team',
    contactEmail: 'hiring@example.org',
    createdAt: test.deps.clock(),
  });
  return id;
}

/** An account with these roles, signed in by the real form. */
export async function signInAs(
  test: TestApp,
  organisationId: OrganisationId,
  roles: readonly Role[],
  name = `A ${roles.join(' and ')}`,
): Promise<Staff> {
  passwordHash ??= hash(PASSWORD, CHEAP);
  const id = newId<PersonId>();
  const email = `${id}@example.org`;
  await test.deps.stores.people.insert(
    { id, organisationId, name, email, roles, passwordHash: await passwordHash },
    [],
  );
  const agent = request.agent(test.app);
  await agent
    .post('/sign-in')
    .set('Origin', PUBLIC_URL)
    .type('form')
    .send({ email, password: PASSWORD })
    .expect(303);
  return { actor: { personId: id, organisationId, name, roles }, email, agent, ...verbs(agent) };
}

function verbs(agent: ReturnType<typeof request.agent>): Pick<Staff, 'get' | 'post'> {
  let csrf: string | null = null;
  return {
    get: (path) => agent.get(path),
    async post(path, fields = {}) {
      csrf ??= await tokenOf(agent);
      return agent
        .post(path)
        .type('form')
        .send({ ...fields, _csrf: csrf });
    },
  };
}

/** The token is the web session's, so one page is enough to learn it. */
async function tokenOf(agent: ReturnType<typeof request.agent>): Promise<string> {
  const page = await agent.get('/').redirects(0);
  return load(page.text)('input[name=_csrf]').first().attr('value') ?? '';
}

import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import request from 'supertest';
import type { OrganisationId } from '../../src/core/kernel/ids.ts';
import { ROLES, type Role } from '../../src/core/person/person.ts';
import { addOrganisation, signInAs, type Staff } from '../support/actors.ts';
import { expectations } from '../support/route-expectations.ts';
import { makeOpenRole, storedRole } from '../support/set-up-role.ts';
import { startTestApp, type TestApp } from '../support/test-app.ts';

let test: TestApp;
let home: OrganisationId;
let requisitionId: string;
/** One person for each role, once as a member of the requisition and once not. */
const members = new Map<Role, Staff>();
const outsiders = new Map<Role, Staff>();
let foreigner: Staff;

beforeAll(async () => {
  test = await startTestApp();
  home = await addOrganisation(test);
  for (const role of ROLES) {
    members.set(role, await signInAs(test, home, [role]));
    outsiders.set(role, await signInAs(test, home, [role]));
  }
  foreigner = await signInAs(test, await addOrganisation(test, 'Elsewhere'), ROLES);
  const recruiter = members.get('recruiter');
  if (recruiter === undefined) throw new Error('nobody is a recruiter');
  const role = await storedRole(test, recruiter, await makeOpenRole(test, recruiter));
  const everybody = [...members.values()].map(({ actor }) => actor.personId);
  await test.deps.stores.requisitions.change(role, { members: everybody }, []);
  requisitionId = role.id;
});

afterAll(() => test.close());

const NOWHERE = 'AAAAAAAAAAAAAAAAAAAAAA';
const FORBIDDEN = 'Your account may not do this';
const ABSENT = 'This page is not here';

const pathOf = (path: string): string =>
  path.replace(':requisitionId', requisitionId).replace(/:\w+/g, NOWHERE);

type Method = 'get' | 'post';
const nameOf = (route: { method: Method; path: string }): string =>
  `${route.method.toUpperCase()} ${route.path}`;

async function call(agent: ReturnType<typeof request>, method: Method, path: string) {
  const response = await agent[method](pathOf(path)).type('form').send();
  return {
    status: response.status,
    // A PDF file and an archive have no text.
    text: response.type.startsWith('application/') ? '' : response.text,
    location: response.headers['location'],
  };
}

describe('every route of the table', () => {
  it('has an expectation here, and every expectation has a route', () => {
    expect(test.routes.map(nameOf).sort()).toEqual(Object.keys(expectations).sort());
  });

  it('sends people who are not signed in to the sign-in page, unless it is for everybody or for candidates', async () => {
    for (const route of test.routes) {
      const { status, location, text } = await call(request(test.app), route.method, route.path);
      const who = expectations[nameOf(route)];
      const seen = { route: nameOf(route), status, signIn: location?.startsWith('/sign-in') ?? false };
      if (who === 'public')
        expect({ ...seen, refused: text.includes(FORBIDDEN) }).toMatchObject({ refused: false });
      else if (who === 'candidate') expect(seen).toMatchObject({ status: 404, signIn: false });
      else expect(seen).toMatchObject({ status: 303, signIn: true });
    }
  });

  it('tells people of the organisation without the role that it is missing', async () => {
    for (const route of test.routes) {
      const who = expectations[nameOf(route)];
      if (typeof who !== 'object') continue;
      const people = 'roles' in who ? outsiders : members;
      const allowed: readonly Role[] = 'roles' in who ? who.roles : who.memberRoles;
      for (const role of ROLES.filter((one) => !allowed.includes(one))) {
        const { status, text } = await call(agentOf(people, role), route.method, route.path);
        expect({ route: nameOf(route), role, status, told: text.includes(FORBIDDEN) }).toEqual({
          route: nameOf(route),
          role,
          status: 403,
          told: true,
        });
      }
    }
  });

  it('lets the roles in that it names', async () => {
    for (const route of test.routes) {
      const who = expectations[nameOf(route)];
      if (typeof who !== 'object') continue;
      const people = 'roles' in who ? outsiders : members;
      const allowed: readonly Role[] = 'roles' in who ? who.roles : who.memberRoles;
      for (const role of allowed) {
        const { text, location, status } = await call(agentOf(people, role), route.method, route.path);
        expect({
          route: nameOf(route),
          role,
          refused: text.includes(FORBIDDEN),
          out: location === '/sign-in',
          broken: status >= 500,
        }).toEqual({
          route: nameOf(route),
          role,
          refused: false,
          out: false,
          broken: false,
        });
      }
    }
  });

  it('answers people outside the requisition or the organisation as if it were not there, word for word', async () => {
    const absent = await foreigner.agent.get(`/requisitions/${NOWHERE}`);
    for (const route of test.routes) {
      const who = expectations[nameOf(route)];
      if (typeof who !== 'object' || 'roles' in who) continue;
      for (const agent of strangersTo(who.memberRoles)) {
        const { status, text } = await call(agent, route.method, route.path);
        const seen = { route: nameOf(route), status, absent: text.includes(ABSENT) };
        expect(seen).toEqual({ route: nameOf(route), status: 404, absent: true });
        if (agent === foreigner.agent && route.method === 'get') expect(text).toBe(absent.text);
      }
    }
  });

  it('changes nothing without the anti-forgery token, whoever sends it', async () => {
    for (const route of test.routes.filter(({ method }) => method === 'post')) {
      const who = expectations[nameOf(route)];
      if (who === 'candidate' || who === undefined) continue;
      const agent = agentFor(who);
      const response = await agent
        .post(pathOf(route.path))
        .set('Sec-Fetch-Site', 'cross-site')
        .type('form')
        .send();
      const refused = response.status === 403 || response.status === 303 || response.status === 404;
      expect({ route: nameOf(route), refused, status: response.status }).toMatchObject({ refused: true });
      if (response.status === 303) expect(response.headers['location']).not.toBe('/');
    }
  });

  it('knows no other methods', async () => {
    for (const route of test.routes) {
      const response = await request(test.app).delete(pathOf(route.path));
      expect({ route: nameOf(route), status: response.status }).toEqual({
        route: nameOf(route),
        status: 404,
      });
    }
  });
});

/** Outside the requisition: with a role that would let a member in, and with one that would not; and outside the organisation. */
function strangersTo(memberRoles: readonly Role[]): readonly Staff['agent'][] {
  const without = ROLES.find((role) => !memberRoles.includes(role));
  return [memberRoles[0], without].map((role) => agentOf(outsiders, role)).concat(foreigner.agent);
}

function agentFor(who: (typeof expectations)[string]): Staff['agent'] {
  if (typeof who === 'string') return agentOf(members, 'owner');
  const [role] = 'roles' in who ? who.roles : who.memberRoles;
  const people = 'roles' in who ? outsiders : members;
  return agentOf(people, role);
}

function agentOf(people: ReadonlyMap<Role, Staff>, role: Role | undefined): Staff['agent'] {
  const person = role === undefined ? undefined : people.get(role);
  if (person === undefined) throw new Error(`nobody here is ${role ?? 'without a role'}`);
  return person.agent;
}

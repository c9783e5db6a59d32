import { createRequire } from 'node:module';
import { dirname } from 'node:path';
import type { Config } from './config.ts';
import type { Form } from './core/form/form.ts';
import type { Actor } from './core/person/person.ts';
import type { Deps } from './deps.ts';
import type { HttpDeps } from './http/http-deps.ts';
import type { Logger } from './ops/logger.ts';
import { createPasswords } from './ops/password.ts';
import { createRelay } from './ops/relay.ts';
import { newLabel } from './ops/secrets.ts';
import type { Connection } from './store/connection.ts';
import { createStores, type Stores } from './store/stores.ts';
import { createWebSessionStore } from './store/web-session-store.ts';

/** The folder that holds package.json, views and public, whether the code runs from src or from dist. */
export const projectRoot = dirname(createRequire(import.meta.url).resolve('../package.json'));

interface Surroundings {
  readonly config: Config;
  readonly secret: string;
  readonly connection: Connection;
  readonly forms: readonly Form[];
  readonly clock: () => Date;
  readonly logger: Logger;
}

/** Puts the product together around one connection: main.ts with the real clock, tests with their own. */
export function compose(around: Surroundings): { deps: Deps; http: HttpDeps } {
  const stores = createStores(around.connection);
  const deps: Deps = {
    root: projectRoot,
    config: around.config,
    secret: around.secret,
    clock: around.clock,
    logger: around.logger,
    passwords: createPasswords(),
    relay: createRelay({
      sources: [stores.people.relaySource, stores.requisitions.relaySource, stores.applicants.relaySource],
      followUps: {},
      record: (event) => stores.audit.record(event),
      logger: around.logger,
    }),
    stores,
    forms: around.forms,
    setUpCode: `${newLabel()}-${newLabel()}`,
  };
  return { deps, http: httpDeps(deps, around.connection) };
}

function httpDeps(deps: Deps, connection: Connection): HttpDeps {
  const { stores } = deps;
  return {
    root: deps.root,
    config: deps.config,
    secret: deps.secret,
    clock: deps.clock,
    logger: deps.logger,
    webSessionStore: createWebSessionStore(connection),
    findActor: (personId, signInVersion) => findActor(stores, personId, signInVersion),
    findRequisition: (organisationId, id) => stores.requisitions.find(organisationId, id),
    findBoundAttempt: () => Promise.resolve(null),
    organisationName: async (id) => (await stores.organisations.find(id))?.name ?? null,
  };
}

/** A closed account and a sign-out everywhere end a web session with its next request. */
async function findActor(stores: Stores, personId: string, signInVersion: number): Promise<Actor | null> {
  const credentials = await stores.people.findCredentials(personId);
  if (credentials?.person.state !== 'active' || credentials.signInVersion !== signInVersion) return null;
  const { id, organisationId, name, roles } = credentials.person;
  return { personId: id, organisationId, name, roles };
}

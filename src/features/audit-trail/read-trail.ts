import type { DomainEvent } from '../../core/kernel/domain-event.ts';
import type { OrganisationId, RequisitionId } from '../../core/kernel/ids.ts';
import type { Actor } from '../../core/person/person.ts';
import type { Deps } from '../../deps.ts';
import { readFilter } from './read-filter.ts';
import type { Trail } from './requests.ts';

const ON_A_PAGE = 50;

/** Ids in words: names of staff and titles of roles. Applicants keep their ids and labels. */
export interface TrailNames {
  readonly people: ReadonlyMap<string, string>;
  readonly roles: ReadonlyMap<string, string>;
}

export interface ReadTrail extends TrailNames {
  readonly events: readonly DomainEvent[];
  /** Where the next page begins; null on the last. */
  readonly next: string | null;
  /** Everything that ever happened here, to choose from. */
  readonly types: readonly string[];
}

/** One page of the trail, the newest first. */
export async function readTrail(deps: Deps, actor: Actor, asked: Trail): Promise<ReadTrail> {
  const { organisationId } = actor;
  const { audit } = deps.stores;
  const [filter, place, types] = await Promise.all([
    readFilter(deps, organisationId, asked),
    asked.after === undefined ? null : audit.find(organisationId, asked.after),
    audit.listTypes(organisationId),
  ]);
  const found = await audit.list(organisationId, filter, place, ON_A_PAGE + 1);
  const events = found.slice(0, ON_A_PAGE);
  const names = await nameThings(deps, organisationId, events);
  return { events, next: found.length > ON_A_PAGE ? (events.at(-1)?.id ?? null) : null, types, ...names };
}

async function nameThings(
  { stores }: Deps,
  organisationId: OrganisationId,
  events: readonly DomainEvent[],
): Promise<TrailNames> {
  const roleIds = new Set(events.flatMap(({ facts }) => facts['requisitionId'] ?? []));
  const [people, roles] = await Promise.all([
    stores.people.list(organisationId),
    stores.requisitions.findTitles(organisationId, [...roleIds] as RequisitionId[]),
  ]);
  return {
    people: new Map(people.map(({ id, name }) => [id, name])),
    roles,
  };
}

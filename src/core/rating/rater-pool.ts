import type { PersonId } from '../kernel/ids.ts';
import type { Person } from '../person/person.ts';

/** People who may rate in a requisition: active raters of the organisation who are not members of it. */
export function raterPool(people: readonly Person[], memberIds: readonly PersonId[]): readonly Person[] {
  return people.filter(
    ({ id, state, roles }) => state === 'active' && roles.includes('rater') && !memberIds.includes(id),
  );
}

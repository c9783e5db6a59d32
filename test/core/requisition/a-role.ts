import { draftRequisition } from '../../../src/core/requisition/draft-requisition.ts';
import type { Person, Role } from '../../../src/core/person/person.ts';
import type { Requisition } from '../../../src/core/requisition/requisition.ts';

type Adopted = Parameters<typeof draftRequisition>[0];

/** A draft as it is made, made by the recruiter `rec`. */
export function aDraft(over: Partial<Requisition> = {}): Requisition {
  const ids = {
    id: 'req',
    organisationId: 'org',
    title: 'Desk agent',
    assessmentId: 'small',
    assessmentTitle: 'Small',
    creatorId: 'rec',
    intakeId: 'intake',
    formVersionId: 'form',
    keyVersionId: 'key',
    rubricId: 'rubric',
    rubricVersionId: 'rubric-1',
    shuffleSeed: 'seed',
    simulated: false,
    now: new Date('2026-03-01T09:00:00Z'),
  };
  return { ...draftRequisition(ids as unknown as Adopted), ...over };
}

export function aPerson(id: string, roles: readonly Role[], state: Person['state'] = 'active'): Person {
  return {
    id,
    organisationId: 'org',
    name: id,
    email: `${id}@example.org`,
    roles,
    state,
    rev: 0,
  } as unknown as Person;
}

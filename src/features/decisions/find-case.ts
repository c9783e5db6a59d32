import type { Applicant } from '../../core/applicant/applicant.ts';
import type { ApplicantId, PersonId } from '../../core/kernel/ids.ts';
import type { Requisition } from '../../core/requisition/requisition.ts';
import type { Deps } from '../../deps.ts';
import type { DecisionRecord } from '../../store/applicant-decisions.ts';

/** One applicant as somebody who decides sees them. */
export interface Case {
  readonly requisition: Requisition;
  readonly applicant: Applicant;
  readonly record: DecisionRecord;
  readonly staff: ReadonlyMap<PersonId, string>;
}

/** Null where there is nobody of that id here, or not any more. */
export async function findCase(
  { stores }: Deps,
  requisition: Requisition,
  id: ApplicantId,
): Promise<Case | null> {
  const { organisationId } = requisition;
  const applicant = await stores.applicants.find(organisationId, requisition.id, id);
  if (applicant?.state !== 'active') return null;
  const [record, people] = await Promise.all([
    stores.applicants.findDecisions(applicant),
    stores.people.list(organisationId),
  ]);
  return { requisition, applicant, record, staff: new Map(people.map(({ id: who, name }) => [who, name])) };
}

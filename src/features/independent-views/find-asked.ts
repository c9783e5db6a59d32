import type { Applicant } from '../../core/applicant/applicant.ts';
import type { AskedPeople } from '../../core/decision/asked-people.ts';
import type { ApplicantId } from '../../core/kernel/ids.ts';
import type { Person } from '../../core/person/person.ts';
import type { Requisition } from '../../core/requisition/requisition.ts';
import type { Deps } from '../../deps.ts';

/** What the page on which somebody is asked shows: of a role, or of one of its applicants. */
export interface Asking {
  readonly requisition: Requisition;
  /** Null for the role. */
  readonly applicant: Applicant | null;
  /** Null while there is no list of this role or applicant. */
  readonly own: AskedPeople | null;
  /** What counts while there is none of their own. */
  readonly inherited: AskedPeople | null;
  /** Who can be asked: the members with an account that works. */
  readonly members: readonly Person[];
}

/** Null where there is nobody of that id here, or not any more. */
export async function findAsking(
  { stores }: Deps,
  requisition: Requisition,
  applicantId: ApplicantId | null,
): Promise<Asking | null> {
  const { organisationId, id } = requisition;
  const applicant =
    applicantId === null ? null : await stores.applicants.find(organisationId, id, applicantId);
  if (applicantId !== null && applicant?.state !== 'active') return null;
  const [lists, people] = await Promise.all([
    stores.askedPeople.listFor(organisationId, id, applicantId === null ? [] : [applicantId]),
    stores.people.list(organisationId),
  ]);
  const listOf = (whose: ApplicantId | null): AskedPeople | null =>
    lists.find((list) => list.applicantId === whose) ?? null;
  return {
    requisition,
    applicant,
    own: listOf(applicantId),
    inherited: applicantId === null ? null : listOf(null),
    members: people.filter((one) => requisition.members.includes(one.id) && one.state !== 'deactivated'),
  };
}

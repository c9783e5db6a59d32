import type { ApplicantId, OrganisationId, PersonId, RequisitionId } from '../kernel/ids.ts';

/** What somebody knows the work from, when their view of an applicant is asked. */
export const CAPACITIES = ['recruiter', 'hiring-manager', 'customer-colleague', 'other-department'] as const;
export type Capacity = (typeof CAPACITIES)[number];

export interface AskedPerson {
  readonly personId: PersonId;
  /** Null where no view is asked of them, only a scorecard. */
  readonly view: Capacity | null;
  readonly scorecard: boolean;
}

/** Who is asked about every applicant of a role, or about one where that differs. */
export interface AskedPeople {
  readonly organisationId: OrganisationId;
  readonly requisitionId: RequisitionId;
  /** Null for the role. */
  readonly applicantId: ApplicantId | null;
  readonly people: readonly AskedPerson[];
  readonly rev: number;
}

interface Wanted {
  /** Of the role and of some applicants, in any order. */
  readonly lists: readonly Pick<AskedPeople, 'applicantId' | 'people'>[];
  readonly applicantId: ApplicantId;
  readonly members: readonly PersonId[];
}

/** An applicant's own list takes the place of the role's. Nobody waits for a person who is no member any more. */
export function whoIsAsked({ lists, applicantId, members }: Wanted): readonly AskedPerson[] {
  const list =
    lists.find((one) => one.applicantId === applicantId) ?? lists.find((one) => one.applicantId === null);
  return (list?.people ?? []).filter(({ personId }) => members.includes(personId));
}

import type { Applicant } from '../../core/applicant/applicant.ts';
import { whoIsAsked, type AskedPerson } from '../../core/decision/asked-people.ts';
import type { IndependentView } from '../../core/decision/independent-view.ts';
import type { Scorecard } from '../../core/interview/scorecard.ts';
import type { ApplicantId, PersonId } from '../../core/kernel/ids.ts';
import type { Requisition } from '../../core/requisition/requisition.ts';
import type { Deps } from '../../deps.ts';

/** What is asked and given about one applicant. */
export interface Views {
  readonly requisition: Requisition;
  readonly applicant: Applicant;
  readonly asked: readonly AskedPerson[];
  readonly given: readonly IndependentView[];
  /** Drafts and marks of reading too. */
  readonly scorecards: readonly Scorecard[];
  /** Names of staff. */
  readonly staff: ReadonlyMap<PersonId, string>;
}

/** Null where there is nobody of that id here, or not any more. */
export async function findViews(
  { stores }: Deps,
  requisition: Requisition,
  applicantId: ApplicantId,
): Promise<Views | null> {
  const { organisationId, id, members } = requisition;
  const applicant = await stores.applicants.find(organisationId, id, applicantId);
  if (applicant?.state !== 'active') return null;
  const [lists, given, scorecards, people] = await Promise.all([
    stores.askedPeople.listFor(organisationId, id, [applicantId]),
    stores.independentViews.listOf(organisationId, id, [applicantId]),
    stores.scorecards.listOf(organisationId, id, [applicantId]),
    stores.people.list(organisationId),
  ]);
  const asked = whoIsAsked({ lists, applicantId, members });
  const staff = new Map(people.map((one) => [one.id, one.name]));
  return { requisition, applicant, asked, given, scorecards, staff };
}

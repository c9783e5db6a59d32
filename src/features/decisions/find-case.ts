import type { Applicant } from '../../core/applicant/applicant.ts';
import { mayReveal } from '../../core/applicant/may-reveal.ts';
import { whoIsAsked, type AskedPerson } from '../../core/decision/asked-people.ts';
import type { IndependentView } from '../../core/decision/independent-view.ts';
import type { Scorecard } from '../../core/interview/scorecard.ts';
import type { ApplicantId, PersonId } from '../../core/kernel/ids.ts';
import type { ApplicantMail } from '../../core/mail/mail.ts';
import type { Requisition } from '../../core/requisition/requisition.ts';
import type { Deps } from '../../deps.ts';
import type { DecisionRecord } from '../../store/applicant-decisions.ts';
import type { Organisation } from '../../store/organisation-store.ts';

/** One applicant as somebody who decides sees them. */
export interface Case {
  readonly requisition: Requisition;
  readonly organisation: Organisation;
  readonly applicant: Applicant;
  /** With the name only where it was revealed and this stage lets it be seen. */
  readonly record: DecisionRecord;
  readonly asked: readonly AskedPerson[];
  readonly views: readonly IndependentView[];
  readonly scorecards: readonly Scorecard[];
  /** The newest letter about the decision; null where none went into the outbox. */
  readonly letter: ApplicantMail | null;
  readonly staff: ReadonlyMap<PersonId, string>;
}

/** Null where there is nobody of that id here, or not any more. */
export async function findCase(
  { stores }: Deps,
  requisition: Requisition,
  id: ApplicantId,
): Promise<Case | null> {
  const { organisationId, id: requisitionId, members } = requisition;
  const [applicant, organisation] = await Promise.all([
    stores.applicants.find(organisationId, requisitionId, id),
    stores.organisations.find(organisationId),
  ]);
  if (applicant?.state !== 'active' || organisation === null) return null;
  const [record, people, lists, views, scorecards, letter] = await Promise.all([
    stores.applicants.findDecisions(applicant),
    stores.people.list(organisationId),
    stores.askedPeople.listFor(organisationId, requisitionId, [id]),
    stores.independentViews.listOf(organisationId, requisitionId, [id]),
    stores.scorecards.listOf(organisationId, requisitionId, [id]),
    stores.mailOutbox.findLetter({ organisationId, requisitionId, applicantId: id }, 'decision'),
  ]);
  return {
    ...{ requisition, organisation, applicant, views, scorecards, letter },
    // Revealed once, it is hidden again where they are moved back.
    record: mayReveal(requisition.revealAt, applicant.stage) ? record : { ...record, name: null },
    asked: whoIsAsked({ lists, applicantId: id, members }),
    staff: new Map(people.map(({ id: who, name }) => [who, name])),
  };
}

import { mayInRequisition } from '../../core/access/requisition-access.ts';
import type { Applicant } from '../../core/applicant/applicant.ts';
import { whoIsAsked, type AskedPerson } from '../../core/decision/asked-people.ts';
import { owesView } from '../../core/decision/independent-view.ts';
import {
  mayReadScorecards,
  mayWriteScorecard,
  type MayWriteScorecard,
} from '../../core/interview/may-write-scorecard.ts';
import type { Scorecard } from '../../core/interview/scorecard.ts';
import type { ApplicantId, PersonId } from '../../core/kernel/ids.ts';
import type { Actor } from '../../core/person/person.ts';
import type { Requisition } from '../../core/requisition/requisition.ts';
import type { RubricVersion } from '../../core/rubric/rubric.ts';
import type { Deps } from '../../deps.ts';

/** Everything about the scorecards of one applicant, and how this person stands to them. */
export interface Scorecards {
  readonly requisition: Requisition;
  readonly applicant: Applicant;
  readonly asked: readonly AskedPerson[];
  readonly handedIn: readonly Scorecard[];
  /** Theirs, also one that they only read others' under; null while there is none. */
  readonly own: Scorecard | null;
  readonly state: MayWriteScorecard;
  readonly mayRead: boolean;
  /** Whether their own view is all that the others' are hidden for. */
  readonly viewFirst: boolean;
  /** The one their own rests on, else the one that counts. */
  readonly rubric: RubricVersion;
  readonly staff: ReadonlyMap<PersonId, string>;
}

/** Null where there is nobody of that id here, or not any more. */
export async function findScorecards(
  { stores }: Deps,
  actor: Actor,
  requisition: Requisition,
  applicantId: ApplicantId,
): Promise<Scorecards | null> {
  const { organisationId, id, members } = requisition;
  const { personId } = actor;
  const applicant = await stores.applicants.find(organisationId, id, applicantId);
  const intake = requisition.intakes.find((one) => one.id === applicant?.intakeId);
  if (applicant?.state !== 'active' || intake === undefined) return null;
  const [lists, all, given, people] = await Promise.all([
    stores.askedPeople.listFor(organisationId, id, [applicantId]),
    stores.scorecards.listOf(organisationId, id, [applicantId]),
    stores.independentViews.listOf(organisationId, id, [applicantId]),
    stores.people.list(organisationId),
  ]);
  const own = all.find((one) => one.personId === personId) ?? null;
  const asked = whoIsAsked({ lists, applicantId, members });
  const state = mayWriteScorecard(applicant, personId, asked, own);
  const decides = mayInRequisition(actor, 'decide', requisition) === 'allowed';
  const reader = { decides, state, owesView: owesView(applicant, personId, asked, given) };
  const mayRead = mayReadScorecards(reader);
  const versionId = own?.rubricVersionId ?? intake.rubricVersionId;
  return {
    ...{ requisition, applicant, asked, own, state },
    handedIn: all
      .filter(({ handedInAt }) => handedInAt !== null)
      .sort((left, right) => (left.handedInAt?.getTime() ?? 0) - (right.handedInAt?.getTime() ?? 0)),
    mayRead,
    viewFirst: !mayRead && mayReadScorecards({ ...reader, owesView: false }),
    rubric: await stores.rubrics.getVersion(organisationId, versionId),
    staff: new Map(people.map((one) => [one.id, one.name])),
  };
}

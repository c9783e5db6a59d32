import type { Stage } from '../../core/applicant/applicant.ts';
import { whoIsAsked, type AskedPerson } from '../../core/decision/asked-people.ts';
import type { IndependentView } from '../../core/decision/independent-view.ts';
import type { Scorecard } from '../../core/interview/scorecard.ts';
import type { ApplicantId, PersonId } from '../../core/kernel/ids.ts';
import type { Requisition } from '../../core/requisition/requisition.ts';
import type { Deps } from '../../deps.ts';

/** An applicant of the closer choice, with what is asked and what is in. */
export interface InterviewLine {
  readonly applicantId: ApplicantId;
  readonly label: string;
  readonly stage: Stage;
  readonly asked: readonly AskedPerson[];
  readonly given: readonly IndependentView[];
  readonly scorecards: readonly Scorecard[];
}

export interface Interviews {
  readonly lines: readonly InterviewLine[];
  /** Whether a stage has more people than are listed. */
  readonly cut: boolean;
  readonly staff: ReadonlyMap<PersonId, string>;
}

/** More would be another list; the list of applicants shows them all. */
export const MOST_OF_A_STAGE = 50;
const STAGES = ['interview', 'shortlisted'] as const;

/** Everybody of the running choice: those to be interviewed first, then the shortlist. */
export async function listInterviews({ stores }: Deps, requisition: Requisition): Promise<Interviews> {
  const { organisationId, id: requisitionId, intakes, members } = requisition;
  const pages = await Promise.all(
    STAGES.flatMap((stage) =>
      intakes.map(({ id: intakeId, rubricVersionId }) => {
        const list = { organisationId, requisitionId, intakeId, rubricVersionId };
        return stores.standings.list(list, MOST_OF_A_STAGE + 1, null, { stage });
      }),
    ),
  );
  const rows = pages.flatMap((page) => page.slice(0, MOST_OF_A_STAGE));
  const ids = rows.map(({ applicantId }) => applicantId);
  const [lists, views, scorecards, people] = await Promise.all([
    stores.askedPeople.listFor(organisationId, requisitionId, ids),
    stores.independentViews.listOf(organisationId, requisitionId, ids),
    stores.scorecards.listOf(organisationId, requisitionId, ids),
    stores.people.list(organisationId),
  ]);
  const lines = rows.map(({ applicantId, label, stage }) => ({
    ...{ applicantId, label, stage },
    asked: whoIsAsked({ lists, applicantId, members }),
    given: views.filter((one) => one.applicantId === applicantId),
    scorecards: scorecards.filter((one) => one.applicantId === applicantId),
  }));
  const cut = pages.some((page) => page.length > MOST_OF_A_STAGE);
  return { lines, cut, staff: new Map(people.map(({ id, name }) => [id, name])) };
}

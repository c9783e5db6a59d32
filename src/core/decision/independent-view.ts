import { closes } from '../applicant/decision.ts';
import type { Applicant } from '../applicant/applicant.ts';
import type { ApplicantId, OrganisationId, PersonId, RequisitionId } from '../kernel/ids.ts';
import type { AskedPerson, Capacity } from './asked-people.ts';

export const RECOMMENDATIONS = ['recommend', 'rather', 'not'] as const;
export type Recommendation = (typeof RECOMMENDATIONS)[number];

/** What one person thinks of an applicant, given before they could read what others think. It never changes. */
export interface IndependentView {
  readonly organisationId: OrganisationId;
  readonly requisitionId: RequisitionId;
  readonly applicantId: ApplicantId;
  readonly personId: PersonId;
  /** Null where they gave it without being asked. */
  readonly capacity: Capacity | null;
  readonly recommendation: Recommendation;
  /** Job-related, in their own words. */
  readonly reason: string;
  readonly at: Date;
}

export type MayGiveView = 'may-give' | 'withdrawn' | 'decided' | 'given-before';

/** After the decision a view would only agree or disagree with it. */
export function mayGiveView(
  { stage }: Pick<Applicant, 'stage'>,
  personId: PersonId,
  given: readonly Pick<IndependentView, 'personId'>[],
): MayGiveView {
  if (given.some((view) => view.personId === personId)) return 'given-before';
  if (stage === 'withdrawn') return 'withdrawn';
  return closes(stage) ? 'decided' : 'may-give';
}

/** The people who were asked and have not given one. */
export const missingViews = (
  asked: readonly AskedPerson[],
  given: readonly Pick<IndependentView, 'personId'>[],
): readonly PersonId[] =>
  asked
    .filter(({ view, personId }) => view !== null && !given.some((one) => one.personId === personId))
    .map(({ personId }) => personId);

/** Whether somebody who is asked has given none and still can. */
export const owesView = (
  applicant: Pick<Applicant, 'stage'>,
  personId: PersonId,
  asked: readonly AskedPerson[],
  given: readonly Pick<IndependentView, 'personId'>[],
): boolean =>
  missingViews(asked, given).includes(personId) && mayGiveView(applicant, personId, given) === 'may-give';

/** Others' views are for whoever has given their own, whatever their role. */
export const mayReadViews = (
  personId: PersonId,
  given: readonly Pick<IndependentView, 'personId'>[],
): boolean => given.some((view) => view.personId === personId);

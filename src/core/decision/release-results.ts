import type { Applicant } from '../applicant/applicant.ts';
import { closes } from '../applicant/decision.ts';
import { canonicalForm } from '../kernel/canonical-form.ts';
import type { ApplicantId, OrganisationId, PersonId, RequisitionId } from '../kernel/ids.ts';
import type { LevelNumber } from '../rubric/rubric.ts';
import type { Evidence } from '../scoring/standing.ts';
import type { OwnCriterion } from './own-results.ts';

export const LONGEST_CORRECTION = 1000;

/** What somebody reads about their own responses, word for word. */
export type OwnResultText = {
  readonly criteria: readonly (Pick<OwnCriterion, 'label' | 'level' | 'rated' | 'empty'> & {
    /** Their own words that the raters marked; null where none were. */
    readonly quote: string | null;
  })[];
  readonly tip: { readonly label: string; readonly level: LevelNumber; readonly anchor: string } | null;
};

/** One release; a correction is another one with the next number, and the ones before stay. */
export interface OwnResultRelease {
  readonly organisationId: OrganisationId;
  readonly requisitionId: RequisitionId;
  readonly applicantId: ApplicantId;
  readonly number: number;
  readonly text: OwnResultText;
  /** Why it was corrected, for the applicant; null in the first. */
  readonly correction: string | null;
  readonly by: PersonId;
  readonly at: Date;
}

export type MayRelease =
  | { readonly kind: 'may-release' | 'may-correct'; readonly number: number }
  | { readonly kind: 'withdrawn' | 'not-decided' | 'not-rated' | 'nothing-new' };

interface Situation {
  readonly applicant: Pick<Applicant, 'stage'>;
  readonly evidence: Evidence;
  readonly text: OwnResultText;
  readonly released: readonly Pick<OwnResultRelease, 'text'>[];
}

/** After the outcome, once everything is rated; and again only where the data say something else than before. */
export function mayRelease({ applicant, evidence, text, released }: Situation): MayRelease {
  if (applicant.stage === 'withdrawn') return { kind: 'withdrawn' };
  if (!closes(applicant.stage)) return { kind: 'not-decided' };
  if (evidence.kind !== 'complete' && evidence.kind !== 'part-missing') return { kind: 'not-rated' };
  const newest = released.at(-1);
  const number = released.length + 1;
  if (newest === undefined) return { kind: 'may-release', number };
  return canonicalForm(newest.text) === canonicalForm(text)
    ? { kind: 'nothing-new' }
    : { kind: 'may-correct', number };
}

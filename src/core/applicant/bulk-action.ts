import type { ApplicantId, OrganisationId, PersonId, RequisitionId } from '../kernel/ids.ts';
import type { Requisition } from '../requisition/requisition.ts';
import type { Evidence } from '../scoring/standing.ts';
import type { Stage } from './applicant.ts';

/** Offers and rejections are written one by one, because each of them tells a person something. */
export const BULK_STAGES = ['open', 'shortlisted', 'interview'] as const;
type BulkStage = (typeof BULK_STAGES)[number];

/** What is to be done for several applicants. */
export type BulkWish =
  | { readonly kind: 'move'; readonly to: BulkStage; readonly reason: string }
  /** The invitation goes out again to those who have not begun. */
  | { readonly kind: 'invite' }
  | { readonly kind: 'remind' }
  | { readonly kind: 'extend'; readonly until: Date }
  /** Every link of somebody who has not begun stops working. */
  | { readonly kind: 'end-invitation' }
  /** Takes back a move where nobody has moved the applicant since. */
  | { readonly kind: 'move-back'; readonly from: BulkStage; readonly movedAt: Date };

export type LeftOut =
  | 'gone'
  | 'withdrawn'
  | 'there-already'
  | 'decided'
  | 'begun'
  | 'finished'
  | 'not-open'
  | 'reminded-lately'
  | 'link-ended'
  | 'changed-meanwhile';

/** One of them, as they stood when the action was confirmed. */
export interface BulkPerson {
  readonly applicantId: ApplicantId;
  readonly label: string;
  readonly stage: Stage;
}

export interface BulkAction {
  readonly id: string;
  readonly organisationId: OrganisationId;
  readonly requisitionId: RequisitionId;
  readonly personId: PersonId;
  readonly wish: BulkWish;
  readonly people: readonly BulkPerson[];
  /** How many of them have been looked at. */
  readonly next: number;
  readonly done: readonly BulkPerson[];
  readonly leftOut: readonly { readonly label: string; readonly why: LeftOut }[];
  readonly confirmedAt: Date;
  readonly endedAt: Date | null;
}

interface Known {
  readonly stage: Stage;
  readonly evidence: Evidence;
}

/** Why a wish does not reach somebody, as far as the list knows; null where it does. */
export function whyLeftOut(
  wish: Pick<BulkWish, 'kind'> & { readonly to?: Stage },
  { stage, evidence }: Known,
  { state }: Pick<Requisition, 'state'>,
): LeftOut | null {
  if (stage === 'withdrawn') return 'withdrawn';
  if (wish.kind === 'move') {
    if (stage === 'offer' || stage === 'rejected') return 'decided';
    return stage === wish.to ? 'there-already' : null;
  }
  if (evidence.kind === 'in-progress') return wish.kind === 'remind' ? null : 'begun';
  if (evidence.kind !== 'invited') return 'finished';
  return state === 'open' || wish.kind === 'end-invitation' ? null : 'not-open';
}

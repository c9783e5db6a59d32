import type { ApplicantId, IntakeId, OrganisationId, RequisitionId } from '../kernel/ids.ts';

/** What staff decide; `withdrawn` is the candidate's. */
export const STAGES = ['open', 'shortlisted', 'interview', 'offer', 'rejected', 'withdrawn'] as const;
export type Stage = (typeof STAGES)[number];

/** Stages of those who may still be given a place, or have been. */
export const IN_THE_RUNNING = [
  'open',
  'shortlisted',
  'interview',
  'offer',
] as const satisfies readonly Stage[];

export const isInTheRunning = ({ stage }: { readonly stage: Stage }): boolean =>
  IN_THE_RUNNING.some((one) => one === stage);

/** A person in one requisition, as lists and decisions see them: without name and address. */
export interface Applicant {
  readonly id: ApplicantId;
  readonly organisationId: OrganisationId;
  readonly requisitionId: RequisitionId;
  readonly intakeId: IntakeId;
  /** Shown instead of a name: 5 random base-32 characters. */
  readonly label: string;
  readonly linkVersion: number;
  /** The link works for starting until then; a started attempt runs its full time. */
  readonly linkExpiresAt: Date;
  readonly stage: Stage;
  readonly state: 'active' | 'erasing' | 'erased';
  readonly rev: number;
}

/** Name, address and reference; only the invitation pages, the import and the mail ever load them. */
export interface ApplicantContact {
  readonly invitationId: string;
  readonly name: string;
  readonly email: string;
  /** The organisation's own name for the person, such as the number in another system. */
  readonly reference: string | null;
}

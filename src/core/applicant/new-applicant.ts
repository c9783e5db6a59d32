import type { ApplicantId } from '../kernel/ids.ts';
import { currentIntake, type Requisition } from '../requisition/requisition.ts';
import type { Applicant, ApplicantContact } from './applicant.ts';
import { linkExpiry } from './link-expiry.ts';

/** Somebody about to be invited, with the random ids they will have. */
export interface PersonToInvite extends ApplicantContact {
  readonly id: ApplicantId;
}

interface InvitedApplicant {
  /** The label is drawn at insertion, because another one may hold it already. */
  readonly applicant: Omit<Applicant, 'label'>;
  readonly contact: ApplicantContact;
  /** What the event `applicant-invited` says. */
  readonly facts: Readonly<Record<'requisitionId' | 'applicantId' | 'intakeId', string>>;
}

/** An applicant of the intake that is open now, with a link that lets them begin for the usual time. */
export function newApplicant(requisition: Requisition, person: PersonToInvite, now: Date): InvitedApplicant {
  const { id, invitationId, name, email, reference } = person;
  const intakeId = currentIntake(requisition).id;
  return {
    applicant: {
      id,
      organisationId: requisition.organisationId,
      requisitionId: requisition.id,
      intakeId,
      linkVersion: 0,
      linkExpiresAt: linkExpiry(now),
      stage: 'open',
      state: 'active',
      rev: 0,
    },
    contact: { invitationId, name, email, reference },
    facts: { requisitionId: requisition.id, applicantId: id, intakeId },
  };
}

import type { InferSchemaType } from 'mongoose';
import { STAGES, type Applicant, type ApplicantContact } from '../core/applicant/applicant.ts';
import type { ApplicantId, OrganisationId, RequisitionId } from '../core/kernel/ids.ts';
import { Schema, strictSchema, type Connection } from './connection.ts';
import { outboxFields } from './outbox.ts';

const schema = strictSchema({
  _id: { type: String, required: true },
  organisationId: { type: String, required: true },
  requisitionId: { type: String, required: true },
  intakeId: { type: String, required: true },
  /** Another id for the invitation page, so that names never share an id with levels and figures. */
  invitationId: { type: String, required: true },
  label: { type: String, required: true },
  name: { type: String },
  email: { type: String },
  emailKey: { type: String },
  reference: { type: String },
  linkVersion: { type: Number, required: true, default: 0 },
  linkExpiresAt: { type: Date, required: true },
  stage: { type: String, enum: [...STAGES], required: true },
  state: { type: String, enum: ['active', 'erasing', 'erased'] as const, required: true },
  invitedAt: { type: Date, required: true },
  remindedAt: { type: Date },
  /** Since when they wait for a new link; absent where they do not. */
  linkAskedAt: { type: Date },
  withdrawnAt: { type: Date },
  /** Moves by staff with their reasons, the first one first. */
  decisions: { type: [Schema.Types.Mixed], default: undefined },
  revealedAt: { type: Date },
  /** After an erasure: when to look once more for what was being written at that moment. */
  sweepAt: { type: Date },
  rev: { type: Number, required: true, default: 0 },
  ...outboxFields,
});
const under = { organisationId: 1, requisitionId: 1 } as const;
schema.index(
  { ...under, emailKey: 1 },
  { unique: true, partialFilterExpression: { emailKey: { $type: 'string' } } },
);
schema.index({ ...under, label: 1 }, { unique: true });
schema.index({ ...under, invitationId: 1 }, { unique: true });
schema.index({ ...under, invitedAt: 1, _id: 1 });
schema.index({ organisationId: 1, label: 1 });
schema.index({ sweepAt: 1 }, { sparse: true });
const waiting = { partialFilterExpression: { linkAskedAt: { $exists: true } } };
schema.index({ ...under, linkAskedAt: 1 }, waiting);
const gone = { partialFilterExpression: { withdrawnAt: { $exists: true } } };
schema.index({ ...under, withdrawnAt: 1 }, gone);
schema.index({ relayAt: 1 }, { sparse: true });

export type ApplicantRow = InferSchemaType<typeof schema>;

/** One line of the invitation page: contact and link, without label, level or figure. */
export interface Invitation extends ApplicantContact {
  readonly applicantId: ApplicantId;
  readonly linkVersion: number;
  readonly linkExpiresAt: Date;
  readonly invitedAt: Date;
  readonly remindedAt: Date | null;
  readonly linkAskedAt: Date | null;
  readonly withdrawnAt: Date | null;
  readonly rev: number;
}

export function toApplicant(row: ApplicantRow): Applicant {
  return {
    id: row._id as ApplicantId,
    organisationId: row.organisationId as OrganisationId,
    requisitionId: row.requisitionId as RequisitionId,
    intakeId: row.intakeId as Applicant['intakeId'],
    label: row.label,
    linkVersion: row.linkVersion,
    linkExpiresAt: row.linkExpiresAt,
    stage: row.stage,
    state: row.state,
    rev: row.rev,
  };
}

export function toInvitation(row: ApplicantRow): Invitation {
  return {
    applicantId: row._id as ApplicantId,
    invitationId: row.invitationId,
    name: row.name ?? '',
    email: row.email ?? '',
    reference: row.reference ?? null,
    linkVersion: row.linkVersion,
    linkExpiresAt: row.linkExpiresAt,
    invitedAt: row.invitedAt,
    remindedAt: row.remindedAt ?? null,
    linkAskedAt: row.linkAskedAt ?? null,
    withdrawnAt: row.withdrawnAt ?? null,
    rev: row.rev,
  };
}

export const applicantModel = (connection: Connection) =>
  connection.model('applicants', schema, 'applicants');
export type ApplicantModel = ReturnType<typeof applicantModel>;

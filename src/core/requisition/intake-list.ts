import type { Intake, Requisition } from './requisition.ts';

/** The applicants of an intake under the version that counts for them. */
export const intakeList = (
  { organisationId, id: requisitionId }: Pick<Requisition, 'organisationId' | 'id'>,
  { id: intakeId, rubricVersionId }: Intake,
) => ({ organisationId, requisitionId, intakeId, rubricVersionId });

/** Everybody of a role, intake by intake. */
export const intakeLists = (requisition: Requisition) =>
  requisition.intakes.map((intake) => intakeList(requisition, intake));

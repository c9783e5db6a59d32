import type { IntakeId } from '../kernel/ids.ts';
import type { Intake, Requisition } from './requisition.ts';

/**
 * The intakes with the moment of the first rejection in one of them: from then on its rubric version and its places stay
 * as they are. Null where nothing is left to write. Written before the applicant is rejected, so that a stop in between
 * leaves an intake that is locked for nobody, never a rejection without a lock.
 */
export function lockIntake(
  { intakes }: Pick<Requisition, 'intakes'>,
  intakeId: IntakeId,
  now: Date,
): readonly Intake[] | null {
  const at = intakes.findIndex(({ id }) => id === intakeId);
  const intake = intakes[at];
  if (intake === undefined) throw new Error(`there is no intake ${intakeId}`);
  return intake.rejectedAt === null ? intakes.with(at, { ...intake, rejectedAt: now }) : null;
}

import type { IntakeId, RubricVersionId } from '../kernel/ids.ts';
import { currentIntake, type Intake, type Requisition } from './requisition.ts';

export type Adoption =
  | { readonly kind: 'adopted'; readonly intakes: readonly Intake[] }
  /** Somebody was rejected under the version that counts: it stays. */
  | { readonly kind: 'locked' }
  /** The intake does not go by that version any more, or is gone. */
  | { readonly kind: 'overtaken' }
  | { readonly kind: 'already' };

interface Switch {
  readonly intakeId: IntakeId;
  readonly basedOn: RubricVersionId;
  readonly versionId: RubricVersionId;
}

/** Lets everybody in an intake be measured by another version, while nobody was rejected under the one before. */
export function adoptVersion({ intakes }: Pick<Requisition, 'intakes'>, change: Switch): Adoption {
  const { intakeId, basedOn, versionId } = change;
  const at = intakes.findIndex(({ id }) => id === intakeId);
  const intake = intakes[at];
  if (intake?.rubricVersionId === versionId) return { kind: 'already' };
  if (intake?.rubricVersionId !== basedOn) return { kind: 'overtaken' };
  if (intake.rejectedAt !== null) return { kind: 'locked' };
  return { kind: 'adopted', intakes: intakes.with(at, { ...intake, rubricVersionId: versionId }) };
}

interface NextIntake {
  readonly id: IntakeId;
  readonly versionId: RubricVersionId;
  readonly shuffleSeed: string;
  readonly now: Date;
}

/**
 * Ends the running intake for new invitations and opens one with the same rules and another version: whoever is invited
 * from now on is compared with others invited from now on.
 */
export function openNextIntake(requisition: Requisition, next: NextIntake): Adoption {
  if (requisition.intakes.some(({ rubricVersionId }) => rubricVersionId === next.versionId)) {
    return { kind: 'already' };
  }
  const running = currentIntake(requisition);
  const { id, versionId, shuffleSeed, now } = next;
  const opened: Intake = {
    ...running,
    id,
    opensAt: now,
    closesAt: null,
    rubricVersionId: versionId,
    shuffleSeed,
    rejectedAt: null,
  };
  return {
    kind: 'adopted',
    intakes: [...requisition.intakes.slice(0, -1), { ...running, closesAt: now }, opened],
  };
}

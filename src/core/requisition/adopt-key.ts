import type { FormVersionId, IntakeId, KeyVersionId } from '../kernel/ids.ts';
import { currentIntake, type Intake, type PanelKey, type Requisition } from './requisition.ts';

interface NewKey {
  readonly formVersionId: FormVersionId;
  readonly keyVersionId: KeyVersionId;
  readonly panelKey: PanelKey;
  /** For an intake that has to be opened. */
  readonly next: { readonly id: IntakeId; readonly shuffleSeed: string; readonly now: Date };
}

export type KeyTaken =
  /** Some intakes go by it now, for everybody in them. */
  | { readonly kind: 'switched'; readonly intakes: readonly Intake[] }
  /** What was shown stays as it is; whoever is invited from now on is measured by the new key. */
  | { readonly kind: 'next-intake'; readonly intakes: readonly Intake[] }
  | { readonly kind: 'unaffected' };

/**
 * What a panel's key means for a role with the same form. Where Judgment was kept back all the time, nobody has decided
 * by it, and everybody gets the panel's. Where it was shown, or somebody was rejected, scores stay under their key and
 * the new one counts from a new intake on. Simulated and archived roles stay as they are.
 */
export function adoptKey(requisition: Requisition, key: NewKey): KeyTaken {
  const { intakes, state, simulated } = requisition;
  const concerns = ({ formVersionId, keyVersionId }: Intake) =>
    formVersionId === key.formVersionId && keyVersionId !== key.keyVersionId;
  const running = currentIntake(requisition);
  if (simulated || state === 'archived' || !intakes.some(concerns)) return { kind: 'unaffected' };
  const { keyVersionId, panelKey } = key;
  const switched = intakes.map((intake) =>
    concerns(intake) && isUnseen(requisition, intake) ? { ...intake, keyVersionId, panelKey } : intake,
  );
  const changes = switched.some((intake, place) => intake !== intakes[place]);
  const last = switched.at(-1) ?? running;
  if (!concerns(last) || state === 'closed')
    return changes ? { kind: 'switched', intakes: switched } : { kind: 'unaffected' };
  const { id, shuffleSeed, now } = key.next;
  const opened: Intake = {
    ...{ ...last, keyVersionId, panelKey, id, shuffleSeed },
    ...{ opensAt: now, closesAt: null, rejectedAt: null },
  };
  return {
    kind: changes ? 'switched' : 'next-intake',
    intakes: [...switched.slice(0, -1), { ...last, closesAt: now }, opened],
  };
}

/** Nobody has seen a Judgment of this intake, and nobody was rejected in it. */
function isUnseen(
  { judgmentRelease, pastReleases }: Pick<Requisition, 'judgmentRelease' | 'pastReleases'>,
  { panelKey, rejectedAt }: Intake,
): boolean {
  return panelKey === null && rejectedAt === null && judgmentRelease === null && pastReleases.length === 0;
}

import type { CalibrationResponse } from '../rubric/rubric.ts';

export type CalibrationUse = 'training' | 'certification' | 'seed';

/** How sixteen responses of a prompt are dealt: four to train with, seven to certify with, five to mix into batches. */
const DEAL = 'CTSCSCTCSCTCSCST';
const USES: Readonly<Record<string, CalibrationUse>> = { C: 'certification', T: 'training', S: 'seed' };

/**
 * What each calibration response is used for: three sets without a response in common, each from the weakest to the
 * strongest. It follows from the authored levels alone, so that a response never changes its set, whoever levels it anew.
 */
export function calibrationUses(
  responses: readonly CalibrationResponse[],
): ReadonlyMap<string, CalibrationUse> {
  const uses = new Map<string, CalibrationUse>();
  const places = new Map<string, number>();
  for (const { id, itemId } of [...responses].sort(byStrength)) {
    const place = places.get(itemId) ?? 0;
    places.set(itemId, place + 1);
    uses.set(id, USES[DEAL.charAt(place % DEAL.length)] ?? 'training');
  }
  return uses;
}

const byStrength = (left: CalibrationResponse, right: CalibrationResponse): number =>
  strengthOf(left) - strengthOf(right) || (left.id < right.id ? -1 : 1);

const strengthOf = ({ levels }: CalibrationResponse): number =>
  Object.values(levels).reduce((sum, { level }) => sum + level, 0);

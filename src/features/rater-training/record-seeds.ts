import { seedDrift } from '../../core/calibration/seed-drift.ts';
import type { RaterCertification, SeedResult } from '../../core/calibration/rater-certification.ts';
import { openPause } from '../../core/calibration/rater-certification.ts';
import type { DomainEvent } from '../../core/kernel/domain-event.ts';
import type { CriterionId, RatingBatchId } from '../../core/kernel/ids.ts';
import { mean } from '../../core/psychometrics/mean.ts';
import type { RatingBatch, Seed } from '../../core/rating/rating-batch.ts';
import type { Deps, KeyDeps } from '../../deps.ts';
import { systemEvent } from '../../ops/new-event.ts';
import { changeCertification } from './change-certification.ts';

type SeedDeps = Pick<Deps, 'clock' | 'stores'>;
type SeedKeys = Pick<KeyDeps, 'calibrationSets'>;

/** After a batch was handed in: how far its seeds are from the agreed levels, and a pause where the rater drifts. */
export async function recordSeeds(
  deps: SeedDeps,
  { calibrationSets }: SeedKeys,
  { organisationId, facts }: DomainEvent,
): Promise<void> {
  const batch = await deps.stores.ratingBatches.find(organisationId, facts['batchId'] as RatingBatchId);
  const [first] = batch?.seeds ?? [];
  const anchorHash = batch && (await anchorsOf(deps, batch));
  if (batch === null || first === undefined || !anchorHash) return;
  const agreements = await calibrationSets.listUnder(organisationId, anchorHash);
  const at = batch.handedInAt ?? deps.clock();
  const results = batch.seeds.flatMap((seed): SeedResult[] => {
    const agreed = agreements.find(({ responseId }) => responseId === seed.responseId)?.agreed ?? null;
    const error = agreed === null ? null : errorOf(seed, agreed);
    return error === null ? [] : [{ batchId: batch.id, responseId: seed.responseId, error, at }];
  });
  const { raterId, requisitionId } = batch;
  await changeCertification(deps, { organisationId, raterId, anchorHash }, (seen) => {
    const news = results.filter(({ responseId }) => !hasResult(seen, responseId));
    if (news.length === 0) return null;
    const seedResults = [...seen.seedResults, ...news];
    const drifts = openPause(seen) === null && seedDrift({ ...seen, seedResults }).signal;
    if (!drifts) return { changes: { seedResults }, events: [] };
    const pauses = [...seen.pauses, { cause: 'drift', at, lifted: null } as const];
    const paused = { requisitionId, raterId, anchorHash };
    const event = systemEvent({ type: 'rater-paused', at, organisationId, facts: paused });
    return { changes: { seedResults, pauses }, events: [event] };
  });
}

const hasResult = ({ seedResults }: RaterCertification, id: string): boolean =>
  seedResults.some(({ responseId }) => responseId === id);

/** The anchors under which the rater was given these seeds. */
async function anchorsOf({ stores }: SeedDeps, batch: RatingBatch): Promise<string | null> {
  const known = await stores.raterCertifications.listOfRater(batch.organisationId, batch.raterId);
  return known.find(({ seeded }) => seeded.some(({ batchId }) => batchId === batch.id))?.anchorHash ?? null;
}

/** Null where the rater could not rate it: that says nothing about levels. */
function errorOf({ draft }: Seed, agreed: Readonly<Record<CriterionId, number>>): number | null {
  if (draft?.unratable !== null) return null;
  const apart = Object.entries(agreed).flatMap(([criterion, level]) => {
    const own = draft.levels[criterion as CriterionId];
    return own === undefined ? [] : [own - level];
  });
  return apart.length === 0 ? null : mean(apart);
}

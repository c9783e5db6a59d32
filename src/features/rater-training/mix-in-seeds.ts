import { seedsDue } from '../../core/calibration/seeds-due.ts';
import type { DomainEvent } from '../../core/kernel/domain-event.ts';
import type { RatingBatchId } from '../../core/kernel/ids.ts';
import { seededNumber, seededOrder } from '../../core/kernel/seeded-order.ts';
import type { RatingBatch, Seed } from '../../core/rating/rating-batch.ts';
import { currentIntake } from '../../core/requisition/requisition.ts';
import type { Deps, KeyDeps } from '../../deps.ts';
import { newId } from '../../ops/secrets.ts';
import { changeCertification } from './change-certification.ts';
import { isExpertOn } from './certify.ts';
import { agreedFor, loadSet, type SetResponse } from './load-set.ts';

type SeedDeps = Pick<Deps, 'clock' | 'stores'>;
type SeedKeys = Pick<KeyDeps, 'calibration' | 'calibrationSets'>;

/**
 * Mixes seeds into a batch that was just opened. Which ones is written down with the rater first, so that none is ever
 * given twice and a second run gives the same.
 */
export async function mixInSeeds(deps: SeedDeps, keys: SeedKeys, event: DomainEvent): Promise<void> {
  const { organisationId, facts } = event;
  const batch = await deps.stores.ratingBatches.find(organisationId, facts['batchId'] as RatingBatchId);
  if (batch?.state !== 'open' || batch.seeds.length > 0) return;
  const requisition = await deps.stores.requisitions.find(organisationId, batch.requisitionId);
  const [task] = await deps.stores.ratingTasks.findMany(organisationId, batch.taskIds.slice(0, 1));
  if (requisition === null || task === undefined) return;
  const { rubricVersionId } = currentIntake(requisition);
  const { anchorHash } = await deps.stores.rubrics.getVersion(organisationId, rubricVersionId);
  // Levels were agreed on under the anchors that count now; a batch under others gets no seed.
  if (task.anchorHash !== anchorHash) return;
  const set = await loadSet(deps, keys, requisition);
  const fitting = agreedFor(set, 'seed').filter(
    (one) => one.response.itemId === batch.itemId && !isExpertOn(one, batch.raterId),
  );
  const ids = await chooseSeeds(deps, batch, anchorHash, fitting);
  const seeds = fitting.filter(({ response }) => ids.includes(response.id)).map((one) => seedOf(batch, one));
  if (seeds.length > 0) await deps.stores.ratingBatches.setSeeds(batch, seeds);
}

async function chooseSeeds(
  deps: SeedDeps,
  batch: RatingBatch,
  anchorHash: string,
  fitting: readonly SetResponse[],
): Promise<readonly string[]> {
  const { organisationId, raterId, id: batchId, createdAt: at } = batch;
  let chosen: readonly string[] = [];
  await changeCertification(deps, { organisationId, raterId, anchorHash }, ({ seeded }) => {
    const before = seeded.find((one) => one.batchId === batchId);
    if (before !== undefined) {
      chosen = before.responseIds;
      return null;
    }
    const met = new Set(seeded.flatMap(({ responseIds }) => responseIds));
    const unmet = fitting.map(({ response }) => response.id).filter((id) => !met.has(id));
    const responses = batch.taskIds.length;
    chosen = seededOrder(batchId, unmet, (id) => id).slice(0, seedsDue(seeded, responses));
    return { changes: { seeded: [...seeded, { batchId, responses, responseIds: chosen, at }] }, events: [] };
  });
  return chosen;
}

/** The text without its levels: nothing that the rating desk can read is a key. */
function seedOf(batch: RatingBatch, { response: { id: responseId, a, b } }: SetResponse): Seed {
  const place = seededNumber(`${batch.id} ${responseId}`) % (batch.taskIds.length + 1);
  return { id: newId(), responseId, place, a, b, draft: null };
}

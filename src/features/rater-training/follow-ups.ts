import type { DomainEvent } from '../../core/kernel/domain-event.ts';
import type { ApplicantId, PersonId, RatingTaskId, RequisitionId } from '../../core/kernel/ids.ts';
import type { Deps, KeyDeps } from '../../deps.ts';
import type { FollowUp } from '../../ops/relay.ts';
import { mixInSeeds } from './mix-in-seeds.ts';
import { recordSeeds } from './record-seeds.ts';

type FollowUpDeps = Pick<Deps, 'clock' | 'stores'>;
type FollowUpKeys = Pick<KeyDeps, 'calibration' | 'calibrationSets'>;

/** What the training of raters does after something happened; every follow-up may run twice. */
export function raterTrainingFollowUps(
  deps: FollowUpDeps,
  keys: FollowUpKeys,
): Readonly<Record<string, readonly FollowUp[]>> {
  return {
    'rating-batch-opened': [(event) => mixInSeeds(deps, keys, event)],
    'rating-batch-handed-in': [(event) => recordSeeds(deps, keys, event)],
    'reuse-withdrawn': [(event) => forgetWriter(deps, keys, event)],
    'rating-voided': [(event) => copyVoid(deps, event)],
  };
}

/** Whoever takes their consent back leaves nothing behind: neither text nor what experts said of it. */
async function forgetWriter(
  { stores }: FollowUpDeps,
  { calibrationSets }: FollowUpKeys,
  { organisationId, facts }: DomainEvent,
): Promise<void> {
  const writer = {
    requisitionId: facts['requisitionId'] as RequisitionId,
    applicantId: facts['applicantId'] as ApplicantId,
  };
  const consent = await stores.reuseConsents.find({ organisationId, ...writer });
  if (consent?.state === 'given') return;
  await stores.realResponses.removeOf({ organisationId, ...writer });
  await calibrationSets.removeOf(organisationId, writer, null);
}

/** The entry beside the ratings, so that whoever reads those alone knows what counts no longer. */
async function copyVoid({ stores }: FollowUpDeps, event: DomainEvent): Promise<void> {
  const { organisationId, at, actor, facts } = event;
  if (actor.kind !== 'person') throw new Error('a rating is voided by a person');
  await stores.ratingVoids.insert({
    organisationId,
    requisitionId: facts['requisitionId'] as RequisitionId,
    applicantId: facts['applicantId'] as ApplicantId,
    taskId: facts['taskId'] as RatingTaskId,
    slot: facts['slot'] as number,
    raterId: facts['raterId'] as PersonId,
    by: actor.personId,
    reason: facts['reason'] as string,
    at,
  });
}

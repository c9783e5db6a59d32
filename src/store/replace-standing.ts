import type { Model } from 'mongoose';
import type { Standing, StandingSources } from '../core/scoring/standing.ts';
import { isDuplicateKey } from './connection.ts';

/**
 * Writes a row that was computed from these sources. `older`: the stored row was computed from newer ones, at least in
 * part; compute it again from fresh reads. It is overwritten all the same where it is still the one that was `seen` before
 * those reads.
 */
export async function replaceStanding(
  standings: Model<never>,
  id: string,
  standing: Standing,
  seen: StandingSources | null,
): Promise<'written' | 'older'> {
  const { organisationId, requisitionId, sources } = standing;
  const filter = {
    _id: id,
    organisationId,
    requisitionId,
    ...(seen === null ? notNewer(sources) : { $or: [notNewer(sources), exactly(seen)] }),
  };
  try {
    await standings.updateOne(filter as never, { $set: standing } as never, { upsert: true });
    return 'written';
  } catch (error) {
    if (isDuplicateKey(error)) return 'older';
    throw error;
  }
}

const notNewer = ({ requisition, applicant, attempt, tasks }: StandingSources) => ({
  'sources.requisition': { $not: { $gt: requisition } },
  'sources.applicant': { $lte: applicant },
  'sources.attempt': { $lte: attempt },
  'sources.tasks': { $lte: tasks },
});

const exactly = (seen: Partial<StandingSources>) => ({
  'sources.requisition': seen.requisition ?? null,
  'sources.applicant': seen.applicant,
  'sources.attempt': seen.attempt,
  'sources.tasks': seen.tasks,
});

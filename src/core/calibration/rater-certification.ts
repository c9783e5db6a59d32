import type { CriterionId, OrganisationId, PersonId, RatingBatchId } from '../kernel/ids.ts';
import type { LevelNumber } from '../rubric/rubric.ts';
import type { CertificationResult } from './judge-certification.ts';

export type GivenLevels = Readonly<Record<CriterionId, LevelNumber>>;

/** A response that a rater practised on, with the levels they gave last. */
interface Practised {
  readonly responseId: string;
  readonly levels: GivenLevels;
  readonly at: Date;
}

/** A certification set being rated: without feedback, handed in as a whole. */
interface Sitting {
  readonly startedAt: Date;
  readonly responseIds: readonly string[];
  readonly given: readonly Practised[];
}

interface CertificationTry {
  readonly at: Date;
  readonly result: CertificationResult;
}

/** Seeds that went into a batch of this rater; `responses` are those that came from applicants. */
interface SeededBatch {
  readonly batchId: RatingBatchId;
  readonly responses: number;
  readonly responseIds: readonly string[];
  readonly at: Date;
}

/** How far a rater was from the agreed levels of one seed: the mean over its criteria, positive is mild. */
export interface SeedResult {
  readonly batchId: RatingBatchId;
  readonly responseId: string;
  readonly error: number;
  readonly at: Date;
}

/** Why and since when a rater gets no new batches, and who let them go on. */
export interface Pause {
  readonly cause: 'drift' | 'failed-twice';
  readonly at: Date;
  readonly lifted: { readonly by: PersonId; readonly because: string; readonly at: Date } | null;
}

/** A rater under one set of anchors, from the first practice on. */
export interface RaterCertification {
  readonly organisationId: OrganisationId;
  readonly raterId: PersonId;
  readonly anchorHash: string;
  readonly practised: readonly Practised[];
  readonly sitting: Sitting | null;
  readonly tries: readonly CertificationTry[];
  readonly seeded: readonly SeededBatch[];
  readonly seedResults: readonly SeedResult[];
  readonly pauses: readonly Pause[];
  readonly rev: number;
}

/** A rater who has done nothing under these anchors yet. */
export function newCertification(
  key: Pick<RaterCertification, 'organisationId' | 'raterId' | 'anchorHash'>,
): RaterCertification {
  const { organisationId, raterId, anchorHash } = key;
  return {
    ...{ organisationId, raterId, anchorHash },
    ...{ practised: [], sitting: null, tries: [], seeded: [], seedResults: [], pauses: [] },
    rev: 0,
  };
}

/** What a rater gave a response, in place of what they gave it before. */
export function withGiven(given: readonly Practised[], next: Practised): readonly Practised[] {
  const place = given.findIndex(({ responseId }) => responseId === next.responseId);
  return place === -1 ? [...given, next] : given.with(place, next);
}

export const openPause = ({ pauses }: Pick<RaterCertification, 'pauses'>): Pause | null =>
  pauses.find(({ lifted }) => lifted === null) ?? null;

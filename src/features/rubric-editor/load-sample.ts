import type { RatingTaskId } from '../../core/kernel/ids.ts';
import type { Actor } from '../../core/person/person.ts';
import type { RatingTask } from '../../core/rating/rating-task.ts';
import { chooseSample } from '../../core/rubric/choose-sample.ts';
import { classifyChange } from '../../core/rubric/classify-change.ts';
import { rubricHashes } from '../../core/rubric/rubric-hashes.ts';
import { sampleAgreement, type SampleAgreement } from '../../core/rubric/rubric-sample.ts';
import type { RubricContent } from '../../core/rubric/rubric.ts';
import type { Deps } from '../../deps.ts';
import { sha256 } from '../../ops/secrets.ts';
import type { RubricAtWork } from './load-rubric.ts';

/** So many show whether new anchors read otherwise; a coefficient would need many more. */
const SIZE = 10;
/** Some of those drawn may have withdrawn. */
const DRAWN = 3 * SIZE;
/** Ids are random, so the first ones are a draw already; nobody waits for thousands to be read. */
const MOST_SETTLED = 200;

/** Settled responses that somebody reads once more under other anchors before these go to raters. */
export interface Sample {
  readonly anchorHash: string;
  readonly size: number;
  /** Of this person. */
  readonly done: number;
  /** What this person has still to read. */
  readonly open: readonly RatingTask[];
  /** Of everybody who tried these anchors. */
  readonly responses: number;
  readonly agreement: readonly SampleAgreement[];
}

/** Null where no response has to be rated again, or none is settled yet. */
export async function loadSample(
  { stores }: Pick<Deps, 'stores'>,
  { personId }: Actor,
  { requisition, current }: RubricAtWork,
  content: RubricContent,
): Promise<Sample | null> {
  if (!classifyChange(current, content).rerate) return null;
  const { organisationId, id } = requisition;
  const { anchorHash } = rubricHashes(content, sha256);
  const [settled, ratings] = await Promise.all([
    stores.ratingTasks.listSettledUnder(organisationId, id, current.anchorHash, MOST_SETTLED),
    stores.rubricSamples.list(organisationId, id, anchorHash),
  ]);
  if (settled.length === 0) return null;
  const tried = [...new Set(ratings.map(({ taskId }) => taskId))];
  const own = new Set<RatingTaskId>(ratings.flatMap(({ by, taskId }) => (by === personId ? [taskId] : [])));
  const unread = settled.filter((task) => task.resolution?.kind === 'rated' && !own.has(task.id));
  const drawn = chooseSample(unread, `${anchorHash} ${personId}`, DRAWN);
  const open = (await withoutWithdrawn(stores, drawn)).slice(0, Math.max(0, SIZE - own.size));
  return {
    anchorHash,
    size: own.size + open.length,
    done: own.size,
    open,
    responses: tried.length,
    agreement: sampleAgreement(ratings, await stores.ratingTasks.findMany(organisationId, tried)),
  };
}

async function withoutWithdrawn(stores: Deps['stores'], tasks: readonly RatingTask[]): Promise<RatingTask[]> {
  const [first] = tasks;
  if (first === undefined) return [];
  const ids = [...new Set(tasks.map(({ applicantId }) => applicantId))];
  const people = await stores.applicants.findMany(first.organisationId, first.requisitionId, ids);
  const there = new Set(
    people.filter(({ stage, state }) => stage !== 'withdrawn' && state === 'active').map(({ id }) => id),
  );
  return tasks.filter(({ applicantId }) => there.has(applicantId));
}

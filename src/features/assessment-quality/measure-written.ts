import type { Attempt } from '../../core/attempt/attempt.ts';
import { countWords } from '../../core/item/count-words.ts';
import type { WrittenResponseItem } from '../../core/item/item.ts';
import type { AttemptId, CriterionId, ItemId } from '../../core/kernel/ids.ts';
import type { RatedPrompt } from '../../core/psychometrics/prompt-rater-components.ts';
import { criterionAgreement, type LevelPair } from '../../core/quality/criterion-agreement.ts';
import { firstTwoRatings, type OneRating } from '../../core/quality/first-two-ratings.ts';
import type { MissingResponses, WrittenQuality } from '../../core/quality/quality-report.ts';
import { scoreDistribution } from '../../core/quality/score-distribution.ts';
import { studyPromptsAndRaters } from '../../core/quality/study-prompts-and-raters.ts';
import type { Criterion } from '../../core/rubric/rubric.ts';
import { levelToScore } from '../../core/scoring/level-to-score.ts';
import type { Standing } from '../../core/scoring/standing.ts';
import { writtenPrompts } from '../../core/scoring/written-prompts.ts';
import type { PoolWithMembers } from './find-pools.ts';
import type { QualityDeps } from './quality-deps.ts';
import { readFinished, type FinishedPage } from './read-finished.ts';

/** More people would not move the components, and they are computed at one go. */
const MOST_IN_STUDY = 1000;

interface Counted {
  attempts: number;
  doubleRatings: number;
  studied: number;
  readonly scores: number[];
  readonly pairs: Map<CriterionId, LevelPair[]>;
  readonly missing: Map<ItemId, { missing: number; unratable: number }>;
  readonly ratings: RatedPrompt[];
}

/** What prompts, rubric and raters are worth together; null while nobody has finished, and without prompts. */
export async function measureWritten(
  deps: QualityDeps,
  { pool, members }: PoolWithMembers,
): Promise<WrittenQuality | null> {
  const [member] = members;
  if (member === undefined) return null;
  const form = await deps.stores.formVersions.get(pool.organisationId, member.formVersionId);
  const { criteria, anchorHash } = await deps.stores.rubrics.getVersion(
    pool.organisationId,
    member.rubricVersionId,
  );
  const prompts = writtenPrompts(form);
  const counted = nothingCounted(criteria, prompts);
  for await (const page of readFinished(deps, members)) {
    await count(counted, deps, page, { prompts, criteria, anchorHash });
  }
  const { attempts, doubleRatings, scores, pairs } = counted;
  if (attempts === 0 || prompts.length === 0) return null;
  return {
    ...pool,
    column: 'written',
    attempts,
    distribution: scoreDistribution(scores),
    missing: prompts.map(({ id }) => missingOf(id, counted)),
    doubleRatings,
    agreement: criteria.flatMap(({ id }) => criterionAgreement(id, pairs.get(id) ?? []) ?? []),
    study: studyPromptsAndRaters(counted.ratings, prompts.length),
    computedAt: deps.clock(),
  };
}

const nothingCounted = (
  criteria: readonly Criterion[],
  prompts: readonly WrittenResponseItem[],
): Counted => ({
  attempts: 0,
  doubleRatings: 0,
  studied: 0,
  scores: [],
  pairs: new Map(criteria.map(({ id }) => [id, []])),
  missing: new Map(prompts.map(({ id }) => [id, { missing: 0, unratable: 0 }])),
  ratings: [],
});

const missingOf = (itemId: ItemId, { attempts, missing }: Counted): MissingResponses => ({
  itemId,
  asked: attempts,
  ...(missing.get(itemId) ?? { missing: 0, unratable: 0 }),
});

interface Measured {
  readonly prompts: readonly WrittenResponseItem[];
  readonly criteria: readonly Criterion[];
  readonly anchorHash: string;
}

interface ReadTwice {
  readonly itemId: ItemId;
  readonly ratings: readonly [OneRating, OneRating];
}

async function count(
  counted: Counted,
  { stores }: QualityDeps,
  { member, people }: FinishedPage,
  measured: Measured,
): Promise<void> {
  const { organisationId, requisitionId } = member;
  const ids = people.map(({ attemptId }) => attemptId);
  const tasks = await stores.ratingTasks.listOfAttempts(organisationId, requisitionId, ids);
  const twice = new Map<AttemptId, ReadTwice[]>(ids.map((id) => [id, []]));
  for (const task of tasks) {
    const ratings = task.anchorHash === measured.anchorHash ? firstTwoRatings(task) : null;
    if (ratings !== null) twice.get(task.attemptId)?.push({ itemId: task.itemId, ratings });
  }
  for (const { attemptId, standing, responses } of people) {
    counted.attempts += 1;
    if (standing.written.value !== null) counted.scores.push(standing.written.value);
    countMissing(counted, standing);
    const read = twice.get(attemptId) ?? [];
    for (const one of read) countPair(counted, one, responses);
    if (read.length === measured.prompts.length) countForStudy(counted, attemptId, read, measured);
  }
}

function countMissing({ missing }: Counted, { criteria }: Standing): void {
  for (const [itemId, tally] of missing) {
    const levels = criteria.flatMap(({ prompts }) => prompts[itemId] ?? []);
    if (levels.some(({ basis }) => basis === 'empty')) tally.missing += 1;
    else if (levels.some(({ reason }) => reason === 'unratable')) tally.unratable += 1;
  }
}

function countPair(
  counted: Counted,
  { itemId, ratings: [one, two] }: ReadTwice,
  responses: Attempt['responses'],
): void {
  const value = responses[itemId]?.value;
  const words = value?.kind === 'written-response' ? countWords(value.a) + countWords(value.b) : 0;
  counted.doubleRatings += 1;
  for (const [criterion, pairs] of counted.pairs) {
    const [first, second] = [one.levels[criterion], two.levels[criterion]];
    if (first !== undefined && second !== undefined) pairs.push({ first, second, words });
  }
}

function countForStudy(
  counted: Counted,
  person: AttemptId,
  read: readonly ReadTwice[],
  { criteria }: Measured,
): void {
  if (counted.studied >= MOST_IN_STUDY) return;
  counted.studied += 1;
  for (const { itemId, ratings } of read) {
    for (const { rater, levels } of ratings) {
      counted.ratings.push({ person, prompt: itemId, rater, score: weightedScore(levels, criteria) });
    }
  }
}

/** One rating of one response, its criteria weighted as in the score. */
function weightedScore(levels: OneRating['levels'], criteria: readonly Criterion[]): number {
  let [weighted, total] = [0, 0];
  for (const { id, weight } of criteria) {
    const level = levels[id];
    if (level === undefined) continue;
    weighted += weight * levelToScore(level);
    total += weight;
  }
  return total === 0 ? 0 : weighted / total;
}

import { countWords } from '../../../core/item/count-words.ts';
import type { Key } from '../../../core/form/key.ts';
import type { ItemId } from '../../../core/kernel/ids.ts';
import type { MeasuredParts } from '../../../core/psychometrics/own-precision.ts';
import { firstTwoRatings } from '../../../core/quality/first-two-ratings.ts';
import { currentIntake, type Requisition } from '../../../core/requisition/requisition.ts';
import type { Analysis } from '../../../core/scoring/analysis.ts';
import { writtenParts } from '../../../core/scoring/written-parts.ts';
import { writtenPrompts } from '../../../core/scoring/written-prompts.ts';
import type { Deps } from '../../../deps.ts';
import { analyseJudgment, keyedSituations, readJudgmentParts } from '../analyse-judgment.ts';
import { analyseWritten } from '../analyse-written.ts';
import { findPools, type PoolMember, type PoolWithMembers } from '../find-pools.ts';
import { measureJudgment } from '../measure-judgment.ts';
import { measureWritten } from '../measure-written.ts';
import type { QualityDeps } from '../quality-deps.ts';
import { readFinished } from '../read-finished.ts';
import { readQuality, type StoredQuality } from '../read-quality.ts';
import { readStandings } from '../read-standings.ts';

/** Two ratings of one criterion of one response; nothing says whose it is. */
interface RatingRow {
  readonly criterion: string;
  readonly first: number;
  readonly second: number;
  readonly words: number;
}

/** Everything that the manual of a role says, and the rows that it follows from. */
export interface Manual {
  readonly quality: StoredQuality;
  readonly key: Key;
  readonly situations: readonly ItemId[];
  readonly strata: readonly string[];
  readonly prompts: readonly ItemId[];
  readonly judgment: readonly MeasuredParts[];
  readonly written: readonly MeasuredParts[];
  readonly ratings: readonly RatingRow[];
}

/** Computes the figures of a role afresh, so that they and the rows beside them are of one moment. */
export async function readManual(deps: QualityDeps & Deps, requisition: Requisition): Promise<Manual> {
  const stored = await readQuality(deps, requisition);
  const pools = await poolsOf(deps, stored.pools);
  const quality: StoredQuality = {
    ...stored,
    analyses: {
      judgment: await whenThere<Analysis>(pools.judgment, (pool) => analyseJudgment(deps, pool)),
      written: await whenThere<Analysis>(pools.written, (pool) => analyseWritten(deps, pool)),
    },
    judgment: await whenThere(pools.judgment, (pool) => measureJudgment(deps, pool)),
    written: await whenThere(pools.written, (pool) => measureWritten(deps, pool)),
  };
  const { form } = stored;
  const prompts = writtenPrompts(form).map(({ id }) => id);
  const { organisationId } = requisition;
  const { formVersionId, keyVersionId } = currentIntake(requisition);
  const { situations, strata } = await keyedSituations(deps, { organisationId, formVersionId, keyVersionId });
  return {
    quality,
    key: await deps.keyVersions.get(organisationId, keyVersionId),
    situations,
    strata,
    prompts,
    judgment: await readJudgmentParts(deps, pools.judgment?.members ?? [], situations),
    written: await readWrittenParts(deps, pools.written?.members ?? [], prompts),
    ratings: await readRatings(deps, pools.written?.members ?? []),
  };
}

async function poolsOf(deps: QualityDeps, ids: StoredQuality['pools']) {
  const found = await findPools(deps);
  const of = (id: string): PoolWithMembers | null => found.find(({ pool }) => pool.id === id) ?? null;
  return { judgment: of(ids.judgment), written: of(ids.written) };
}

const whenThere = async <Figure>(
  pool: PoolWithMembers | null,
  compute: (pool: PoolWithMembers) => Promise<Figure | null>,
): Promise<Figure | null> => (pool === null ? null : compute(pool));

async function readWrittenParts(
  deps: QualityDeps,
  members: readonly PoolMember[],
  prompts: readonly ItemId[],
): Promise<readonly MeasuredParts[]> {
  const people: MeasuredParts[] = [];
  for await (const { member, standings } of readStandings(deps, members)) {
    const { criteria } = await deps.stores.rubrics.getVersion(member.organisationId, member.rubricVersionId);
    people.push(...standings.flatMap((standing) => writtenParts(standing, criteria, prompts) ?? []));
  }
  return people;
}

async function readRatings(deps: QualityDeps, members: readonly PoolMember[]): Promise<readonly RatingRow[]> {
  const rows: RatingRow[] = [];
  for await (const { member, people } of readFinished(deps, members)) {
    const { organisationId, requisitionId, rubricVersionId } = member;
    const { anchorHash } = await deps.stores.rubrics.getVersion(organisationId, rubricVersionId);
    const ids = people.map(({ attemptId }) => attemptId);
    const tasks = await deps.stores.ratingTasks.listOfAttempts(organisationId, requisitionId, ids);
    for (const task of tasks.filter((one) => one.anchorHash === anchorHash)) {
      const [one, two] = firstTwoRatings(task) ?? [];
      if (one === undefined || two === undefined) continue;
      const value = people.find(({ attemptId }) => attemptId === task.attemptId)?.responses[task.itemId]
        ?.value;
      const words = value?.kind === 'written-response' ? countWords(value.a) + countWords(value.b) : 0;
      for (const criterion of task.criteria) {
        const [first, second] = [one.levels[criterion], two.levels[criterion]];
        if (first !== undefined && second !== undefined) rows.push({ criterion, first, second, words });
      }
    }
  }
  return rows;
}

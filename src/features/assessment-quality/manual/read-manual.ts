import type { Key } from '../../../core/form/key.ts';
import { countWords } from '../../../core/item/count-words.ts';
import type { CriterionId, ItemId } from '../../../core/kernel/ids.ts';
import type { MeasuredParts } from '../../../core/psychometrics/tally-precision.ts';
import { currentIntake, type Requisition } from '../../../core/requisition/requisition.ts';
import { writtenParts } from '../../../core/scoring/written-parts.ts';
import { writtenPrompts } from '../../../core/scoring/written-prompts.ts';
import type { Deps } from '../../../deps.ts';
import { findPools, type PoolMember, type PoolWithMembers } from '../find-pools.ts';
import { keyedSituations, measureJudgment, readParts } from '../measure-judgment.ts';
import { measureWritten, readTwice } from '../measure-written.ts';
import type { QualityDeps } from '../quality-deps.ts';
import { readPeople } from '../read-people.ts';
import { readQuality, type StoredQuality } from '../read-quality.ts';
import type { ReadTwice } from '../written-counts.ts';

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
  const nothing = { analysis: null, report: null };
  const judgment = pools.judgment === null ? nothing : await measureJudgment(deps, pools.judgment);
  const written = pools.written === null ? nothing : await measureWritten(deps, pools.written);
  const prompts = writtenPrompts(stored.form).map(({ id }) => id);
  const { organisationId } = requisition;
  const { items, key, strata } = await keyedSituations(deps, {
    organisationId,
    ...currentIntake(requisition),
  });
  return {
    quality: {
      ...stored,
      analyses: { judgment: judgment.analysis, written: written.analysis },
      judgment: judgment.report,
      written: written.report,
    },
    key,
    situations: items.map(({ id }) => id),
    strata,
    prompts,
    judgment: await readJudgmentParts(deps, pools.judgment?.members ?? [], items),
    ...(await readWritten(deps, pools.written?.members ?? [], prompts)),
  };
}

async function poolsOf(deps: QualityDeps, ids: StoredQuality['pools']) {
  const found = await findPools(deps);
  const of = (id: string): PoolWithMembers | null => found.find(({ pool }) => pool.id === id) ?? null;
  return { judgment: of(ids.judgment), written: of(ids.written) };
}

async function readJudgmentParts(
  deps: QualityDeps,
  members: readonly PoolMember[],
  items: readonly { readonly id: ItemId }[],
): Promise<readonly MeasuredParts[]> {
  const rows: MeasuredParts[] = [];
  for await (const page of readPeople(deps, members)) {
    const parts = await readParts(deps, page, items);
    page.people.forEach(({ standing }, place) => {
      const [score, own] = [standing.judgment.score.value, parts[place] ?? null];
      if (score !== null && own !== null) rows.push({ score, parts: own });
    });
  }
  return rows;
}

async function readWritten(
  deps: QualityDeps,
  members: readonly PoolMember[],
  prompts: readonly ItemId[],
): Promise<Pick<Manual, 'written' | 'ratings'>> {
  const written: MeasuredParts[] = [];
  const ratings: RatingRow[] = [];
  for await (const page of readPeople(deps, members)) {
    const { organisationId, rubricVersionId } = page.member;
    const { criteria, anchorHash } = await deps.stores.rubrics.getVersion(organisationId, rubricVersionId);
    written.push(...page.people.flatMap(({ standing }) => writtenParts(standing, criteria, prompts) ?? []));
    const twice = await readTwice(deps, page, anchorHash);
    for (const { attemptId, responses } of page.people) {
      if (responses === null) continue;
      for (const { itemId, ratings: two } of twice.get(attemptId) ?? []) {
        const value = responses[itemId]?.value;
        const words = value?.kind === 'written-response' ? countWords(value.a) + countWords(value.b) : 0;
        ratings.push(...rowsOf(two, words));
      }
    }
  }
  return { written, ratings };
}

function rowsOf([one, two]: ReadTwice['ratings'], words: number): readonly RatingRow[] {
  return Object.entries(one.levels).flatMap(([criterion, first]) => {
    const second = two.levels[criterion as CriterionId];
    return second === undefined ? [] : [{ criterion, first, second, words }];
  });
}

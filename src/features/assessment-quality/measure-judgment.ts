import { responseState } from '../../core/item/response-state.ts';
import type { JudgmentItem } from '../../core/item/item.ts';
import { judgeItems, type JudgedPerson } from '../../core/quality/judge-items.ts';
import type { JudgmentQuality } from '../../core/quality/quality-report.ts';
import { scoreDistribution } from '../../core/quality/score-distribution.ts';
import { isDropped } from '../../core/scoring/keyed-item.ts';
import type { PoolWithMembers } from './find-pools.ts';
import type { QualityDeps } from './quality-deps.ts';
import { readFinished, type FinishedPage } from './read-finished.ts';

interface Counted {
  attempts: number;
  readonly scores: number[];
  readonly people: JudgedPerson[];
  readonly missing: number[];
}

/** What a form and its key are worth; null while nobody has finished, and for a form without situations. */
export async function measureJudgment(
  deps: QualityDeps,
  { pool, members }: PoolWithMembers,
): Promise<JudgmentQuality | null> {
  const [member] = members;
  if (member === undefined) return null;
  const form = await deps.stores.formVersions.get(pool.organisationId, member.formVersionId);
  const key = await deps.keyVersions.get(pool.organisationId, member.keyVersionId);
  const items = form.items.filter(
    (item): item is JudgmentItem => item.kind !== 'written-response' && !isDropped(key, item.id),
  );
  const counted: Counted = { attempts: 0, scores: [], people: [], missing: items.map(() => 0) };
  for await (const page of readFinished(deps, members)) await count(counted, deps, page, items);
  const { attempts, scores, people, missing } = counted;
  if (attempts === 0 || items.length === 0) return null;
  return {
    ...pool,
    column: 'judgment',
    attempts,
    distribution: scoreDistribution(scores),
    missing: items.map(({ id }, place) => ({
      itemId: id,
      asked: attempts,
      missing: missing[place] ?? 0,
      unratable: 0,
    })),
    complete: people.length,
    items: judgeItems(items, key, people),
    computedAt: deps.clock(),
  };
}

async function count(
  counted: Counted,
  { stores }: QualityDeps,
  { member, people }: FinishedPage,
  items: readonly JudgmentItem[],
): Promise<void> {
  const results = await stores.scores.listItems(
    member,
    people.map(({ attemptId }) => attemptId),
  );
  for (const { attemptId, standing, responses } of people) {
    const values = items.map(({ id }) => responses[id]?.value ?? null);
    counted.attempts += 1;
    if (standing.judgment.score.value !== null) counted.scores.push(standing.judgment.score.value);
    items.forEach((item, place) => {
      const answered = responseState(item, values[place] ?? null) === 'answered';
      if (!answered) counted.missing[place] = (counted.missing[place] ?? 0) + 1;
    });
    const own = results.get(attemptId) ?? [];
    const raws = items.flatMap(({ id }) => own.find(({ itemId }) => itemId === id)?.raw ?? []);
    if (raws.length === items.length) counted.people.push({ raws, values });
  }
}

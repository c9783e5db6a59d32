import type { ItemId } from '../../core/kernel/ids.ts';
import { ownPrecision, type MeasuredParts } from '../../core/psychometrics/own-precision.ts';
import { isDropped, keyedItem } from '../../core/scoring/keyed-item.ts';
import type { Analysis } from '../../core/scoring/analysis.ts';
import type { PoolMember, PoolWithMembers } from './find-pools.ts';
import type { QualityDeps } from './quality-deps.ts';
import { readStandings, type StandingPage } from './read-standings.ts';

/** Judgment over situations, stratified by dimension; null while nobody has a score. */
export async function analyseJudgment(
  deps: QualityDeps,
  { pool, members }: PoolWithMembers,
): Promise<Analysis | null> {
  const [member] = members;
  if (member === undefined) return null;
  const { situations, strata } = await keyedSituations(deps, member);
  const people = await readJudgmentParts(deps, members, situations);
  if (people.length === 0) return null;
  const own = ownPrecision({ people, strata, partsName: 'situations' });
  return { ...pool, own, criteria: [], doubleRatings: 0, computedAt: deps.clock() };
}

/** Score and pieces of everybody in a pool who has a score. */
export async function readJudgmentParts(
  deps: QualityDeps,
  members: readonly PoolMember[],
  situations: readonly ItemId[],
): Promise<readonly MeasuredParts[]> {
  const people: MeasuredParts[] = [];
  for await (const page of readStandings(deps, members)) {
    people.push(...(await partsOf(deps, page, situations)));
  }
  return people;
}

/** The situations that the key of a pool counts, and the dimension of each. */
export async function keyedSituations(
  { stores, keyVersions }: QualityDeps,
  {
    organisationId,
    formVersionId,
    keyVersionId,
  }: Pick<PoolMember, 'organisationId' | 'formVersionId' | 'keyVersionId'>,
): Promise<{ readonly situations: readonly ItemId[]; readonly strata: readonly string[] }> {
  const form = await stores.formVersions.get(organisationId, formVersionId);
  const key = await keyVersions.get(organisationId, keyVersionId);
  const situations = form.items
    .filter(({ id, kind }) => kind !== 'written-response' && !isDropped(key, id))
    .map(({ id }) => id);
  return { situations, strata: situations.map((id) => keyedItem(key, id).dimension) };
}

async function partsOf(
  { stores }: QualityDeps,
  { member, standings }: StandingPage,
  situations: readonly ItemId[],
): Promise<readonly MeasuredParts[]> {
  const scored = standings.flatMap(({ attemptId, judgment }) =>
    attemptId === null || judgment.score.value === null ? [] : [{ attemptId, score: judgment.score.value }],
  );
  if (scored.length === 0) return [];
  const ids = scored.map(({ attemptId }) => attemptId);
  const results = await stores.scores.listItems(member, ids);
  return scored.flatMap(({ attemptId, score }) => {
    const items = results.get(attemptId);
    if (items === undefined) return [];
    return [{ score, parts: situations.map((id) => items.find(({ itemId }) => itemId === id)?.raw ?? null) }];
  });
}

import type { Form } from '../../core/form/form.ts';
import type { Key } from '../../core/form/key.ts';
import type { JudgmentItem } from '../../core/item/item.ts';
import { responseState } from '../../core/item/response-state.ts';
import type { ItemId } from '../../core/kernel/ids.ts';
import { tallyPrecision } from '../../core/psychometrics/tally-precision.ts';
import { tallyDevices } from '../../core/quality/device-differences.ts';
import { judgeItems } from '../../core/quality/judge-items.ts';
import type { GroupComparison, GroupLabels } from '../../core/quality/group-comparison.ts';
import { tallyPartTimes } from '../../core/quality/part-times.ts';
import type { JudgmentQuality } from '../../core/quality/quality-report.ts';
import { tallyDistribution } from '../../core/quality/score-distribution.ts';
import { situationColumns, type JudgedPerson } from '../../core/quality/situation-columns.ts';
import { tallyGroups } from '../../core/quality/tally-groups.ts';
import { tallySituations } from '../../core/quality/tally-situations.ts';
import type { Analysis } from '../../core/scoring/analysis.ts';
import { isDropped, keyedItem } from '../../core/scoring/keyed-item.ts';
import type { PoolMember, PoolWithMembers } from './find-pools.ts';
import type { QualityDeps } from './quality-deps.ts';
import { readDevices, type ScoredPerson } from './read-devices.ts';
import { readPeople, type PeoplePage, type Progress, type ReadPerson } from './read-people.ts';

/** What a pool says; null while nobody has a score, and while nobody has finished. */
export interface MeasuredJudgment {
  readonly analysis: Analysis | null;
  readonly report: JudgmentQuality | null;
  /** Null where nobody belongs to a group. */
  readonly groups: GroupComparison | null;
}

/** What a form and its key are worth: Judgment over situations, stratified by dimension, and each situation. */
export async function measureJudgment(
  deps: QualityDeps,
  { pool, members }: PoolWithMembers,
  progress?: Progress,
  groups: GroupLabels = new Map(),
): Promise<MeasuredJudgment> {
  const [member] = members;
  if (member === undefined) return { analysis: null, report: null, groups: null };
  const { form, items, key, strata } = await keyedSituations(deps, member);
  const counting = countJudgment(items, strata);
  const times = tallyPartTimes(form.sections);
  const devices = tallyDevices();
  const grouped = tallyGroups(
    groups,
    items.map(({ id }) => id),
  );
  for await (const page of readPeople(deps, members, progress)) {
    const parts = await readParts(deps, page, items);
    page.people.forEach((person, place) => {
      counting.add(person, parts[place] ?? null);
    });
    counting.endPage();
    const people = scoredPeople(page, parts);
    grouped.add(people);
    devices.add(await readDevices(deps, page.member, people));
    times.add(await readClocks(deps, page));
  }
  const computedAt = deps.clock();
  const { scored, attempts, missing } = counting.counts();
  const own = counting.precision.precision();
  const compared = grouped.comparison();
  return {
    analysis: scored === 0 ? null : { ...pool, own, criteria: [], doubleRatings: 0, computedAt },
    report:
      attempts === 0 || items.length === 0
        ? null
        : {
            ...{ ...pool, column: 'judgment', attempts, computedAt },
            distribution: counting.distribution.steps(),
            missing: items.map(({ id }, place) => ({
              ...{ itemId: id, asked: attempts, missing: missing[place] ?? 0, unratable: 0 },
            })),
            complete: counting.situations.persons(),
            items: judgeItems(items, key, counting.situations),
            times: times.times(),
            devices: devices.comparison(computedAt),
          },
    groups: compared === null ? null : { ...pool, ...compared, computedAt },
  };
}

/** The situations that the key of a pool counts, and the dimension of each. */
export async function keyedSituations(
  { stores, keyVersions }: QualityDeps,
  {
    organisationId,
    formVersionId,
    keyVersionId,
  }: Pick<PoolMember, 'organisationId' | 'formVersionId' | 'keyVersionId'>,
): Promise<{
  readonly form: Form;
  readonly key: Key;
  readonly items: readonly JudgmentItem[];
  readonly strata: readonly string[];
}> {
  const form = await stores.formVersions.get(organisationId, formVersionId);
  const key = await keyVersions.get(organisationId, keyVersionId);
  const items = form.items.filter(
    (item): item is JudgmentItem => item.kind !== 'written-response' && !isDropped(key, item.id),
  );
  return { form, key, items, strata: items.map(({ id }) => keyedItem(key, id).dimension) };
}

/** What each situation gave each person of a page, null where it gave nothing; null for a person without a stored score. */
export async function readParts(
  { stores }: QualityDeps,
  { member, people }: PeoplePage,
  items: readonly { readonly id: ItemId }[],
): Promise<readonly (readonly (number | null)[] | null)[]> {
  const results = await stores.scores.listItems(
    member,
    people.map(({ attemptId }) => attemptId),
  );
  return people.map(({ attemptId }) => {
    const found = results.get(attemptId);
    if (found === undefined) return null;
    const own = new Map(found.map(({ itemId, raw }) => [itemId, raw]));
    return items.map(({ id }) => own.get(id) ?? null);
  });
}

const readClocks = ({ stores }: QualityDeps, { member, people }: PeoplePage) =>
  stores.attempts.listClocks(
    member.organisationId,
    member.requisitionId,
    people.map(({ attemptId }) => attemptId),
  );

/** Those of a page who have a score. */
function scoredPeople(
  { people }: PeoplePage,
  parts: Awaited<ReturnType<typeof readParts>>,
): readonly ScoredPerson[] {
  return people.flatMap(({ attemptId, standing: { applicantId, judgment } }, place) => {
    const [score, own] = [judgment.score.value, parts[place] ?? null];
    return score === null || own === null ? [] : [{ attemptId, applicantId, score, parts: own }];
  });
}

function countJudgment(items: readonly JudgmentItem[], strata: readonly string[]) {
  const precision = tallyPrecision(strata, 'situations');
  const situations = tallySituations(items.map(({ options }) => options.length));
  const distribution = tallyDistribution();
  const missing = items.map(() => 0);
  const page = {
    scored: [] as { parts: readonly (number | null)[]; score: number }[],
    judged: [] as JudgedPerson[],
  };
  let [scored, attempts] = [0, 0];

  function addFinished(
    responses: NonNullable<ReadPerson['responses']>,
    parts: readonly (number | null)[],
  ): void {
    const values = items.map(({ id }) => responses[id]?.value ?? null);
    attempts += 1;
    items.forEach((item, place) => {
      if (responseState(item, values[place] ?? null) !== 'answered')
        missing[place] = (missing[place] ?? 0) + 1;
    });
    const raws = parts.filter((part) => part !== null);
    if (raws.length === items.length) page.judged.push({ raws, values });
  }

  return {
    precision,
    situations,
    distribution,
    counts: () => ({ scored, attempts, missing }),
    add({ standing, responses }: ReadPerson, parts: readonly (number | null)[] | null): void {
      const score = standing.judgment.score.value;
      if (score !== null && parts !== null) {
        scored += 1;
        page.scored.push({ parts, score });
      }
      if (responses === null) return;
      if (score !== null) distribution.add(score);
      addFinished(responses, parts ?? []);
    },
    /** A page becomes columns of numbers; nothing of it is kept. */
    endPage(): void {
      precision.add(page.scored);
      situations.add(situationColumns(items, page.judged));
      page.scored.length = 0;
      page.judged.length = 0;
    },
  };
}

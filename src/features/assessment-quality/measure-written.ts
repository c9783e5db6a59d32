import type { AttemptId, ItemId } from '../../core/kernel/ids.ts';
import { tallyPrecision, type MeasuredParts } from '../../core/psychometrics/tally-precision.ts';
import { tallyDevices } from '../../core/quality/device-differences.ts';
import { firstTwoRatings } from '../../core/quality/first-two-ratings.ts';
import type { GroupComparison, GroupLabels } from '../../core/quality/group-comparison.ts';
import type { WrittenQuality } from '../../core/quality/quality-report.ts';
import { tallyGroups } from '../../core/quality/tally-groups.ts';
import type { RubricVersion } from '../../core/rubric/rubric.ts';
import type { Analysis } from '../../core/scoring/analysis.ts';
import type { Standing } from '../../core/scoring/standing.ts';
import { countDoubleRatings, criterionParts, writtenParts } from '../../core/scoring/written-parts.ts';
import { writtenPrompts } from '../../core/scoring/written-prompts.ts';
import type { PoolWithMembers } from './find-pools.ts';
import type { QualityDeps } from './quality-deps.ts';
import { readDevices, type ScoredPerson } from './read-devices.ts';
import { readPeople, type PeoplePage, type Progress } from './read-people.ts';
import { countWritten, type ReadTwice } from './written-counts.ts';

/** What a pool says; null while nobody was rated, and while nobody has finished. */
export interface MeasuredWritten {
  readonly analysis: Analysis | null;
  readonly report: WrittenQuality | null;
  /** Null where nobody belongs to a group. */
  readonly groups: GroupComparison | null;
}

/** What prompts, rubric and raters are worth together: Written and each criterion over prompts, and how raters agree. */
export async function measureWritten(
  deps: QualityDeps,
  { pool, members }: PoolWithMembers,
  progress?: Progress,
  groups: GroupLabels = new Map(),
): Promise<MeasuredWritten> {
  const [member] = members;
  if (member === undefined) return { analysis: null, report: null, groups: null };
  const { rubrics, formVersions } = deps.stores;
  const prompts = writtenPrompts(await formVersions.get(pool.organisationId, member.formVersionId));
  const rubric = await rubrics.getVersion(pool.organisationId, member.rubricVersionId);
  const reliability = countReliability(prompts, rubric);
  const written = countWritten(prompts, rubric.criteria);
  const devices = tallyDevices();
  const grouped = tallyGroups(groups, null);
  for await (const page of readPeople(deps, members, progress)) {
    const { criteria } = await rubrics.getVersion(pool.organisationId, page.member.rubricVersionId);
    reliability.add(
      page.people.map(({ standing }) => standing),
      criteria,
    );
    const people = scoredPeople(page);
    grouped.add(people);
    devices.add(await readDevices(deps, page.member, people));
    const twice = await readTwice(deps, page, rubric.anchorHash);
    for (const person of page.people) {
      if (person.responses !== null) written.add(person, twice.get(person.attemptId) ?? []);
    }
  }
  const computedAt = deps.clock();
  const found = reliability.analysis();
  const report = written.report();
  const compared = grouped.comparison();
  return {
    analysis: found.doubleRatings === 0 ? null : { ...pool, ...found, computedAt },
    report:
      report.attempts === 0 || prompts.length === 0
        ? null
        : { ...pool, column: 'written', ...report, devices: devices.comparison(computedAt), computedAt },
    groups: compared === null ? null : { ...pool, ...compared, computedAt },
  };
}

/** Those of a page who have a score. */
function scoredPeople({ people }: PeoplePage): readonly ScoredPerson[] {
  return people.flatMap(({ attemptId, standing: { applicantId, written } }) =>
    written.value === null ? [] : [{ attemptId, applicantId, score: written.value, parts: [] }],
  );
}

type Prompts = ReturnType<typeof writtenPrompts>;

/** Written over prompts, its criteria weighted by the version of each intake, and each criterion over its prompts. */
function countReliability(prompts: Prompts, { criteria }: RubricVersion) {
  const tallyOver = (ids: readonly ItemId[]) => ({
    ids,
    tally: tallyPrecision(
      ids.map(() => 'prompts'),
      'prompts, two raters each',
    ),
  });
  const whole = tallyOver(prompts.map(({ id }) => id));
  const byCriterion = criteria.map(({ id }) => ({
    criterion: id,
    ...tallyOver(
      prompts
        .filter((prompt) => prompt.criteria.some((named) => named.criterion === id))
        .map((one) => one.id),
    ),
  }));
  const present = (people: readonly (MeasuredParts | null)[]) => people.filter((person) => person !== null);
  let doubleRatings = 0;
  return {
    add(standings: readonly Standing[], weights: RubricVersion['criteria']): void {
      doubleRatings += standings.reduce((all, standing) => all + countDoubleRatings(standing), 0);
      whole.tally.add(present(standings.map((standing) => writtenParts(standing, weights, whole.ids))));
      for (const { criterion, ids, tally } of byCriterion)
        tally.add(present(standings.map((standing) => criterionParts(standing, criterion, ids))));
    },
    analysis: () => ({
      own: whole.tally.precision(),
      criteria: byCriterion.map(({ criterion, tally }) => ({ criterion, own: tally.precision() })),
      doubleRatings,
    }),
  };
}

/** The responses of a page that two raters read under these anchors, by attempt. */
export async function readTwice(
  { stores }: QualityDeps,
  { member: { organisationId, requisitionId }, people }: PeoplePage,
  anchorHash: string,
): Promise<ReadonlyMap<AttemptId, readonly ReadTwice[]>> {
  const ids = people.map(({ attemptId }) => attemptId);
  const tasks = await stores.ratingTasks.listOfAttempts(organisationId, requisitionId, ids);
  const twice = new Map<AttemptId, ReadTwice[]>(ids.map((id) => [id, []]));
  for (const task of tasks) {
    const ratings = task.anchorHash === anchorHash ? firstTwoRatings(task) : null;
    if (ratings !== null) twice.get(task.attemptId)?.push({ itemId: task.itemId, ratings });
  }
  return twice;
}

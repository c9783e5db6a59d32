import type { Form } from '../../core/form/form.ts';
import type { CriterionId, ItemId } from '../../core/kernel/ids.ts';
import { ownPrecision, type MeasuredParts } from '../../core/psychometrics/own-precision.ts';
import type { OwnPrecision } from '../../core/psychometrics/precision.ts';
import type { Analysis } from '../../core/scoring/analysis.ts';
import type { Standing } from '../../core/scoring/standing.ts';
import { countDoubleRatings, criterionParts, writtenParts } from '../../core/scoring/written-parts.ts';
import { writtenPrompts } from '../../core/scoring/written-prompts.ts';
import type { PoolWithMembers } from './find-pools.ts';
import type { QualityDeps } from './quality-deps.ts';
import { readStandings } from './read-standings.ts';

/** Written over prompts, and each criterion over the prompts that name it; null while nobody has been rated. */
export async function analyseWritten(
  deps: QualityDeps,
  { pool, members }: PoolWithMembers,
): Promise<Analysis | null> {
  const [member] = members;
  if (member === undefined) return null;
  const { rubrics, formVersions } = deps.stores;
  const form = await formVersions.get(pool.organisationId, member.formVersionId);
  const { criteria } = await rubrics.getVersion(pool.organisationId, member.rubricVersionId);
  const prompts = writtenPrompts(form).map(({ id }) => id);
  const people: MeasuredParts[] = [];
  const byCriterion = criteria.map(({ id }) => ({
    criterion: id,
    prompts: promptsNaming(form, id),
    people: [] as MeasuredParts[],
  }));
  let doubleRatings = 0;
  for await (const page of readStandings(deps, members)) {
    const weights = await rubrics.getVersion(pool.organisationId, page.member.rubricVersionId);
    for (const standing of page.standings) {
      doubleRatings += countDoubleRatings(standing);
      addTo(people, writtenParts(standing, weights.criteria, prompts));
      addCriteria(byCriterion, standing);
    }
  }
  if (doubleRatings === 0) return null;
  return {
    ...pool,
    own: overPrompts(people, prompts),
    criteria: byCriterion.map((one) => ({
      criterion: one.criterion,
      own: overPrompts(one.people, one.prompts),
    })),
    doubleRatings,
    computedAt: deps.clock(),
  };
}

interface CriterionPeople {
  readonly criterion: CriterionId;
  readonly prompts: readonly ItemId[];
  readonly people: MeasuredParts[];
}

function addCriteria(byCriterion: readonly CriterionPeople[], standing: Standing): void {
  for (const { criterion, prompts, people } of byCriterion) {
    addTo(people, criterionParts(standing, criterion, prompts));
  }
}

function addTo(people: MeasuredParts[], person: MeasuredParts | null): void {
  if (person !== null) people.push(person);
}

const promptsNaming = (form: Form, criterion: CriterionId): readonly ItemId[] =>
  writtenPrompts(form)
    .filter(({ criteria }) => criteria.some((named) => named.criterion === criterion))
    .map(({ id }) => id);

const overPrompts = (people: readonly MeasuredParts[], prompts: readonly ItemId[]): OwnPrecision | null =>
  ownPrecision({ people, strata: prompts.map(() => 'prompts'), partsName: 'prompts, two raters each' });

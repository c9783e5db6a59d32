import { mean } from '../core/psychometrics/mean.ts';
import { quadraticKappa, type Agreement, type RatedTwice } from '../core/psychometrics/quadratic-kappa.ts';
import { sampleVariance } from '../core/psychometrics/sample-variance.ts';
import { stratifiedAlpha } from '../core/psychometrics/stratified-alpha.ts';
import { cronbachAlpha, type Reliability } from '../core/psychometrics/cronbach-alpha.ts';
import type { CriterionId } from '../core/kernel/ids.ts';
import { writtenPrompts } from '../core/scoring/written-prompts.ts';
import type { SimulatedApplicant } from './simulate-applicant.ts';
import type { SimulationSetting } from './simulation-setting.ts';

export interface ColumnFigures {
  readonly n: number;
  readonly mean: number;
  readonly sd: number;
  readonly reliability: Reliability;
}

export interface SimulationFigures {
  /** Reliability over situations, stratified by dimension. */
  readonly judgment: ColumnFigures;
  /** Reliability over prompts, the criteria of a response weighted first. */
  readonly written: ColumnFigures;
  /** First two ratings of every response. */
  readonly agreement: readonly { readonly criterion: CriterionId; readonly kappa: Agreement }[];
  /** Share of responses that a third rater or the lead had to read. */
  readonly disputed: number;
}

type Versions = Pick<SimulationSetting, 'form' | 'key' | 'rubricVersion'>;

/** What the simulated people look like by the product's own statistics. */
export function measureSimulation(
  versions: Versions,
  applicants: readonly SimulatedApplicant[],
): SimulationFigures {
  const complete = applicants.filter(({ standing }) => standing.evidence.kind === 'complete');
  const tasks = applicants.flatMap((applicant) => applicant.tasks);
  return {
    judgment: judgmentFigures(versions, complete),
    written: writtenFigures(versions, complete),
    agreement: versions.rubricVersion.criteria.map(({ id }) => ({
      criterion: id,
      kappa: quadraticKappa(tasks.flatMap(({ slots }) => ratedTwice(slots, id))),
    })),
    disputed:
      tasks.filter(({ slots, resolution }) => slots.length > 2 || resolution?.kind === 'unratable').length /
      Math.max(1, tasks.length),
  };
}

function judgmentFigures({ form, key }: Versions, applicants: readonly SimulatedApplicant[]): ColumnFigures {
  const situations = form.items.filter(({ kind }) => kind !== 'written-response').map(({ id }) => id);
  const rows = applicants.map(({ score }) =>
    situations.map((id) => score?.result.items.find(({ itemId }) => itemId === id)?.raw ?? null),
  );
  const strata = situations.map((id) => String(key.items[id]?.dimension));
  const scores = applicants.flatMap(({ standing }) => standing.judgment.score.value ?? []);
  return { ...describe(scores), reliability: stratifiedAlpha(rows, strata) };
}

function writtenFigures(
  { form, rubricVersion }: Versions,
  applicants: readonly SimulatedApplicant[],
): ColumnFigures {
  const prompts = writtenPrompts(form).map(({ id }) => id);
  const rows = applicants.map(({ standing }) =>
    prompts.map((id) => {
      const levels = standing.criteria.map(({ prompts: byPrompt }) => byPrompt[id]?.level ?? null);
      if (levels.some((level) => level === null)) return null;
      return mean(levels.map((level, index) => (level ?? 0) * (rubricVersion.criteria[index]?.weight ?? 0)));
    }),
  );
  const scores = applicants.flatMap(({ standing }) => standing.written.value ?? []);
  return { ...describe(scores), reliability: cronbachAlpha(rows) };
}

const describe = (scores: readonly number[]) => ({
  n: scores.length,
  mean: scores.length === 0 ? 0 : mean(scores),
  sd: scores.length < 2 ? 0 : Math.sqrt(sampleVariance(scores)),
});

function ratedTwice(
  [first, second]: SimulatedApplicant['tasks'][number]['slots'],
  criterion: CriterionId,
): readonly RatedTwice[] {
  if (!first?.judgement || !second?.judgement) return [];
  return [
    {
      first: first.judgement.levels[criterion] ?? null,
      second: second.judgement.levels[criterion] ?? null,
    },
  ];
}

import type {
  ApplicantId,
  CriterionId,
  OrganisationId,
  PersonId,
  RatingTaskId,
  RequisitionId,
} from '../kernel/ids.ts';
import type { RatingTask } from '../rating/rating-task.ts';
import type { LevelNumber } from './rubric.ts';

/** What somebody who changes anchors would give a settled response under them. It counts for nobody. */
export interface SampleRating {
  readonly organisationId: OrganisationId;
  readonly requisitionId: RequisitionId;
  readonly applicantId: ApplicantId;
  readonly taskId: RatingTaskId;
  /** Of the draft. */
  readonly anchorHash: string;
  readonly by: PersonId;
  readonly levels: Readonly<Record<CriterionId, LevelNumber>>;
  readonly at: Date;
}

/** How levels under the draft lie beside the settled ones, in counts and sizes. */
export interface SampleAgreement {
  readonly criterion: CriterionId;
  readonly n: number;
  /** As near as two raters who agree: at most half a level from the mean that stands. */
  readonly same: number;
  readonly adjacent: number;
  /** Mean of new minus settled; below 0 the new anchors are stricter. */
  readonly shift: number;
}

const SAME = 0.5;
const ADJACENT = 1;

/**
 * Criterion by criterion, in the order in which they first occur. Left out: criteria that were not rated before, and
 * responses whose task is not among `tasks` or has no settled level.
 */
export function sampleAgreement(
  ratings: readonly Pick<SampleRating, 'taskId' | 'levels'>[],
  tasks: readonly Pick<RatingTask, 'id' | 'resolution'>[],
): readonly SampleAgreement[] {
  const settled = new Map(tasks.map(({ id, resolution }) => [id, resolution]));
  const moves = new Map<CriterionId, number[]>();
  for (const { taskId, levels } of ratings) {
    const resolution = settled.get(taskId);
    if (resolution?.kind !== 'rated') continue;
    for (const [id, level] of Object.entries(levels)) {
      const criterion = id as CriterionId;
      const before = resolution.criteria[criterion]?.level;
      if (before !== undefined) moves.set(criterion, [...(moves.get(criterion) ?? []), level - before]);
    }
  }
  return [...moves].map(([criterion, all]) => ({
    criterion,
    n: all.length,
    same: all.filter((move) => Math.abs(move) <= SAME).length,
    adjacent: all.filter((move) => Math.abs(move) <= ADJACENT).length,
    shift: all.reduce((sum, move) => sum + move, 0) / all.length,
  }));
}

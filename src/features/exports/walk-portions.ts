import type { Attempt } from '../../core/attempt/attempt.ts';
import type { AttemptId } from '../../core/kernel/ids.ts';
import type { RatingTask } from '../../core/rating/rating-task.ts';
import type { Standing } from '../../core/scoring/standing.ts';
import type { Deps } from '../../deps.ts';
import type { ExportSetting } from './load-setting.ts';
import type { ExportRows } from './requests.ts';

/** Some applicants of the intake with what a kind of file needs of them. */
export interface Portion {
  readonly standings: readonly Standing[];
  /** Under the anchors that count. */
  readonly tasks: readonly RatingTask[];
  readonly responses: ReadonlyMap<AttemptId, Attempt['responses']>;
}

const AT_ONCE = 200;

/**
 * The whole intake in the order of its shuffle, a portion at a time: each is read when the one before has been taken, so
 * that a slow reader holds nothing open and the memory stays the same however many there are.
 */
export async function* walkPortions(
  { stores }: Deps,
  { requisition, intake, rubric }: ExportSetting,
  rows: ExportRows,
): AsyncGenerator<Portion> {
  const { organisationId, id: requisitionId } = requisition;
  const list = { organisationId, requisitionId, intakeId: intake.id, rubricVersionId: rubric.id };
  for (let after: Standing | null = null; ;) {
    const standings: readonly Standing[] = await stores.standings.list(list, AT_ONCE, after);
    const attemptIds = standings.flatMap(({ attemptId }) => attemptId ?? []);
    const [tasks, responses] = await Promise.all([
      rows === 'levels' ? stores.ratingTasks.listOfAttempts(organisationId, requisitionId, attemptIds) : [],
      rows === 'responses'
        ? stores.attempts.listResponses(organisationId, requisitionId, attemptIds)
        : new Map<AttemptId, Attempt['responses']>(),
    ]);
    yield {
      standings,
      tasks: tasks.filter(({ anchorHash }) => anchorHash === rubric.anchorHash),
      responses,
    };
    if (standings.length < AT_ONCE) return;
    after = standings.at(-1) ?? null;
  }
}

import type { Attempt } from '../../core/attempt/attempt.ts';
import type { ApplicantId, AttemptId } from '../../core/kernel/ids.ts';
import type { RatingTask } from '../../core/rating/rating-task.ts';
import { discloseJudgment } from '../../core/scoring/disclose-judgment.ts';
import type { JudgmentResult } from '../../core/scoring/judgment-result.ts';
import type { Standing } from '../../core/scoring/standing.ts';
import type { Deps } from '../../deps.ts';
import { findChosen } from './find-chosen.ts';
import type { ExportSetting } from './load-setting.ts';
import type { ExportRows } from './requests.ts';

/** Some applicants of the intake with what a kind of file needs of them. */
export interface Portion {
  readonly standings: readonly Standing[];
  /** Under the anchors that count. */
  readonly tasks: readonly RatingTask[];
  readonly responses: ReadonlyMap<AttemptId, Attempt['responses']>;
  /** What each situation gave; nothing where the reader may not know it. */
  readonly results: ReadonlyMap<AttemptId, JudgmentResult['items']>;
}

/** Everybody of an intake, or those who were chosen. */
export type Whom = 'everybody' | readonly ApplicantId[];

/** Larger portions leave more behind before the engine tidies up: 64 to 131 MB with 200, 48 MB with 50. */
const AT_ONCE = 50;

/**
 * Applicants in the order of the shuffle, a portion at a time: each is read when the one before has been taken, so that a
 * slow reader holds nothing open and the memory stays the same however many there are.
 */
export async function* walkPortions(
  deps: Deps,
  setting: ExportSetting,
  rows: ExportRows,
  whom: Whom,
): AsyncGenerator<Portion> {
  const walk = whom === 'everybody' ? walkIntake(deps, setting) : walkChosen(deps, setting, whom);
  for await (const standings of walk) yield withEvidence(deps, setting, rows, standings);
}

async function* walkIntake(
  { stores }: Deps,
  { requisition, intake, rubric }: ExportSetting,
): AsyncGenerator<readonly Standing[]> {
  const { organisationId, id: requisitionId } = requisition;
  const list = { organisationId, requisitionId, intakeId: intake.id, rubricVersionId: rubric.id };
  for (let after: Standing | null = null; ;) {
    const standings: readonly Standing[] = await stores.standings.list(list, AT_ONCE, after);
    yield standings;
    if (standings.length < AT_ONCE) return;
    after = standings.at(-1) ?? null;
  }
}

async function* walkChosen(
  deps: Deps,
  setting: ExportSetting,
  chosen: readonly ApplicantId[],
): AsyncGenerator<readonly Standing[]> {
  const standings = await findChosen(deps, setting, chosen);
  for (let at = 0; at < standings.length; at += AT_ONCE) yield standings.slice(at, at + AT_ONCE);
}

async function withEvidence(
  { stores }: Deps,
  { requisition, intake, rubric, seesKey }: ExportSetting,
  rows: ExportRows,
  standings: readonly Standing[],
): Promise<Portion> {
  const { organisationId, id: requisitionId } = requisition;
  const attemptIds = standings.flatMap(({ attemptId }) => attemptId ?? []);
  const readable = standings.some(({ judgment }) => discloseJudgment(judgment, requisition) !== 'kept-back');
  const [tasks, responses, results] = await Promise.all([
    rows === 'levels' ? stores.ratingTasks.listOfAttempts(organisationId, requisitionId, attemptIds) : [],
    rows === 'responses'
      ? stores.attempts.listResponses(organisationId, requisitionId, attemptIds)
      : new Map<AttemptId, Attempt['responses']>(),
    rows === 'responses' && seesKey && readable
      ? stores.scores.listItems({ organisationId, requisitionId, ...intake }, attemptIds)
      : new Map<AttemptId, JudgmentResult['items']>(),
  ]);
  const counting = tasks.filter(({ anchorHash }) => anchorHash === rubric.anchorHash);
  return { standings, tasks: counting, responses, results };
}

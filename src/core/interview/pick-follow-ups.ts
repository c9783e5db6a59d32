import type { CriterionId, ItemId } from '../kernel/ids.ts';
import type { RatingTask } from '../rating/rating-task.ts';
import type { CriterionStanding } from '../scoring/standing.ts';

/** What an interview may ask one person besides the questions that everybody gets, and why. */
export interface FollowUp {
  readonly criterion: CriterionId;
  readonly prompt: ItemId;
  readonly why: 'raters-differed' | 'thin';
}

interface Candidate extends FollowUp {
  readonly apart: number;
}

/** More would be another interview than the others have. */
const MOST = 2;
/** From here on a third rater is asked. */
const APART = 2;

interface Evidence {
  readonly criteria: readonly CriterionStanding[];
  /** Tasks under the anchors that count. */
  readonly tasks: readonly Pick<RatingTask, 'itemId' | 'state' | 'slots'>[];
}

/**
 * At most two: where the raters were furthest apart, then where nothing was written or it could not be rated. Two about
 * the same prompt would ask the same thing twice.
 */
export function pickFollowUps({ criteria, tasks }: Evidence): readonly FollowUp[] {
  const found = criteria.flatMap(({ criterion, prompts }) =>
    Object.entries(prompts).flatMap(([id, { basis, reason }]): readonly Candidate[] => {
      const prompt = id as ItemId;
      const apart = distance(
        criterion,
        tasks.find(({ itemId }) => itemId === prompt),
      );
      if (apart >= APART) return [{ criterion, prompt, why: 'raters-differed', apart }];
      const thin = basis === 'empty' || reason === 'unratable' || reason === 'missing';
      return thin ? [{ criterion, prompt, why: 'thin', apart: 0 }] : [];
    }),
  );
  const picked: FollowUp[] = [];
  for (const { criterion, prompt, why } of found.sort((left, right) => right.apart - left.apart)) {
    if (picked.length < MOST && !picked.some((one) => one.prompt === prompt)) {
      picked.push({ criterion, prompt, why });
    }
  }
  return picked;
}

/** How far the first two raters of a settled response were apart; 0 where there were not two. */
function distance(criterion: CriterionId, task: Evidence['tasks'][number] | undefined): number {
  if (task?.state !== 'resolved') return 0;
  const given = task.slots
    .filter(({ state, voided }) => state === 'handed-in' && voided === null)
    .flatMap(({ judgement }) => judgement?.levels[criterion] ?? []);
  const [first, second] = given;
  return first === undefined || second === undefined ? 0 : Math.abs(first - second);
}

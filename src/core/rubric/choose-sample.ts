import { seededOrder } from '../kernel/seeded-order.ts';
import type { RatingTask } from '../rating/rating-task.ts';

type Response = Pick<RatingTask, 'id' | 'itemId' | 'applicantId'>;

/**
 * At random but the same for the same seed: prompts in turn, and nobody a second time before everybody came once, so
 * that few responses show much of what the anchors meet.
 */
export function chooseSample<Task extends Response>(
  tasks: readonly Task[],
  seed: string,
  most: number,
): Task[] {
  const left = seededOrder(seed, tasks, ({ id }) => id);
  const chosen: Task[] = [];
  while (chosen.length < most && left.length > 0) {
    const use = (task: Task) =>
      chosen.filter(({ applicantId }) => applicantId === task.applicantId).length * (most + 1) +
      chosen.filter(({ itemId }) => itemId === task.itemId).length;
    const least = Math.min(...left.map(use));
    chosen.push(
      ...left.splice(
        left.findIndex((task) => use(task) === least),
        1,
      ),
    );
  }
  return chosen;
}

import { groupBy } from '../kernel/group-by.ts';
import type { ApplicantId, AttemptId } from '../kernel/ids.ts';
import { seededOrder } from '../kernel/seeded-order.ts';

/** Who comes first when not everybody's responses are given out: whoever handed in first, or whoever is drawn. */
export const WAVE_ORDERS = ['finish', 'draw'] as const;
export type WaveOrder = (typeof WAVE_ORDERS)[number];

export interface WaveInput<Response> {
  readonly responses: readonly Response[];
  /** How many people; null for everybody. */
  readonly people: number | null;
  readonly order: WaveOrder;
  readonly finishedAt: ReadonlyMap<AttemptId, Date>;
  readonly seed: string;
}

/**
 * The responses that are given out now: everything of the first so many people, so that their scores are complete
 * together. The same people come first however often it is asked.
 */
export function chooseWave<
  Response extends { readonly applicantId: ApplicantId; readonly attemptId: AttemptId },
>({ responses, people, order, finishedAt, seed }: WaveInput<Response>): readonly Response[] {
  if (people === null) return responses;
  const drawn = seededOrder(
    seed,
    [...groupBy(responses, ({ applicantId }) => applicantId).values()],
    ([first]) => first?.applicantId ?? '',
  );
  const endOf = (own: readonly Response[]): number =>
    Math.max(...own.map(({ attemptId }) => finishedAt.get(attemptId)?.getTime() ?? Infinity));
  // People who finished in the same moment, or whose moment is not known, follow in the order of the draw.
  const queue = order === 'draw' ? drawn : drawn.toSorted((a, b) => compareTimes(endOf(a), endOf(b)));
  return queue.slice(0, people).flat();
}

const compareTimes = (left: number, right: number): number => (left === right ? 0 : left < right ? -1 : 1);

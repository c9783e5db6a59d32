import type { RatingTaskId } from '../kernel/ids.ts';

/** When a rater saved what they had of a response; kept for the break hint and for how long rating takes. */
export interface RatingSave {
  readonly taskId: RatingTaskId;
  readonly at: Date;
  /** How much there was to read. */
  readonly words: number;
}

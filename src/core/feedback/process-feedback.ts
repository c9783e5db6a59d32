/** Five steps of agreement, from not at all to fully. */
export const FEEDBACK_STEPS = [1, 2, 3, 4, 5] as const;
export type FeedbackStep = (typeof FEEDBACK_STEPS)[number];

export const LONGEST_FEEDBACK = 500;

/** What one candidate says about the process, after handing in. */
export interface ProcessFeedback {
  /** Whether they had a fair chance to show what they can do. */
  readonly fair: FeedbackStep;
  readonly clear: FeedbackStep;
  readonly text: string | null;
}

/** Fewer are never shown, and one more never shows alone. */
export const FEEDBACK_GROUP = 10;

/** How many of those given so far are shown: whole groups, so that nobody can tell what the latest person said. */
export const shownFeedbacks = (given: number): number => given - (given % FEEDBACK_GROUP);

/** How many answered each step of one question, from the first step on. */
export function countSteps(
  rows: readonly (Pick<ProcessFeedback, 'fair' | 'clear'> & { readonly count: number })[],
  question: 'fair' | 'clear',
): readonly number[] {
  return FEEDBACK_STEPS.map((step) =>
    rows.filter((row) => row[question] === step).reduce((sum, { count }) => sum + count, 0),
  );
}

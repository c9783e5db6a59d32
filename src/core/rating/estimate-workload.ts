/** Planning value until an organisation has measured its own: seconds for reading and rating one response. */
const SECONDS_PER_RATING = 150;
/** Blind raters for every response. */
export const RATERS_PER_RESPONSE = 2;
/** Extra work for third raters and second looks. */
const EXTRA_SHARE = 0.25;

export interface Workload {
  readonly responses: number;
  readonly ratings: number;
  readonly minutes: number;
  readonly minutesPerRater: number;
}

/** The work an allocation asks for, before anybody confirms it. Needs one rater or more. */
export function estimateWorkload(responses: number, raters: number): Workload {
  if (raters < 1) throw new RangeError('a workload is shared by one rater or more');
  const ratings = responses * RATERS_PER_RESPONSE;
  const minutes = (ratings * SECONDS_PER_RATING * (1 + EXTRA_SHARE)) / 60;
  return { responses, ratings, minutes, minutesPerRater: minutes / raters };
}

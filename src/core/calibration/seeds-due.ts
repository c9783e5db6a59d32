/** One response in fifteen is a seed. */
const RESPONSES_A_SEED = 14;

/** Seeds for a rater's next batch, so that over all their batches one response in fifteen is one. */
export function seedsDue(
  before: readonly { readonly responses: number; readonly responseIds: readonly string[] }[],
  responses: number,
): number {
  const all = before.reduce((sum, batch) => sum + batch.responses, responses);
  const given = before.reduce((sum, batch) => sum + batch.responseIds.length, 0);
  return Math.max(0, Math.floor(all / RESPONSES_A_SEED) - given);
}

import type { Deps } from '../../deps.ts';
import type { FollowUp } from '../../ops/relay.ts';
import { handInSlots } from './hand-in-slots.ts';

/** What the rating desk does after something happened. It runs inside the relay, so it is not given one. */
export function ratingFollowUps(
  deps: Pick<Deps, 'clock' | 'stores'>,
): Readonly<Record<string, readonly FollowUp[]>> {
  return { 'rating-batch-handed-in': [(event) => handInSlots(deps, event)] };
}

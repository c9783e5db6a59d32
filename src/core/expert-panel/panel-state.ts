import type { ExpertPanel } from './expert-panel.ts';

type State = Pick<ExpertPanel, 'state' | 'closesAt'>;

/** Experts rate until the panel is closed or its time is over. */
export const acceptsRatings = ({ state, closesAt }: State, now: Date): boolean =>
  state === 'open' && now < closesAt;

export type Closing = { readonly kind: 'closable' } | { readonly kind: 'not-open' | 'too-few' };

/** A panel is closed with as many experts as were asked for, so that nobody stops when they like what they see. */
export function mayClose(
  { state, needed }: Pick<ExpertPanel, 'state' | 'needed'>,
  handedIn: number,
): Closing {
  if (state !== 'open') return { kind: 'not-open' };
  return handedIn < needed ? { kind: 'too-few' } : { kind: 'closable' };
}

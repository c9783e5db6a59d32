import type { ResponseValue } from '../item/response-value.ts';
import type { OptionId } from '../kernel/ids.ts';

/** The option that somebody took for the best; null for none, and where two were rated alike at the top. */
export function bestOption(value: ResponseValue | null): OptionId | null {
  switch (value?.kind) {
    case 'pick-one':
      return value.pick;
    case 'best-worst':
      return value.best;
    case 'rank-options':
      return value.confirmed ? (value.order[0] ?? null) : null;
    case 'rate-options':
      return highestRated(value.ratings);
    case 'written-response':
    case undefined:
      return null;
  }
}

function highestRated(ratings: Readonly<Record<OptionId, number>>): OptionId | null {
  const rated = Object.entries(ratings) as [OptionId, number][];
  const highest = Math.max(...rated.map(([, rating]) => rating));
  const top = rated.filter(([, rating]) => rating === highest);
  return top.length === 1 ? (top[0]?.[0] ?? null) : null;
}

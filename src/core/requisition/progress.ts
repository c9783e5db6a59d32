import type { Evidence } from '../scoring/standing.ts';

/** How many of a role's applicants have come how far. Counts only: nobody can be told from them. */
export interface Progress {
  readonly invited: number;
  readonly started: number;
  readonly finished: number;
  readonly rated: number;
}

/** Each count includes the ones after it: whoever is rated has finished, started and been invited. */
export function progressOf(counts: Readonly<Partial<Record<Evidence['kind'], number>>>): Progress {
  const of = (...kinds: readonly Evidence['kind'][]) =>
    kinds.reduce((sum, kind) => sum + (counts[kind] ?? 0), 0);
  const rated = of('complete', 'part-missing');
  const finished = rated + of('waiting-for-rating', 'waiting-for-third');
  const started = finished + of('in-progress', 'stopped');
  return { invited: started + of('invited'), started, finished, rated };
}

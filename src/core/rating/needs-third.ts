import type { JudgementPair } from './compare-judgements.ts';

/** Whether two judgements need a third rater: a criterion in dispute, or one of the two could not rate. */
export function needsThird(pair: JudgementPair): boolean {
  return pair.kind === 'one-unratable' || (pair.kind === 'both-rated' && pair.disputed.length > 0);
}

import type { Requisition } from '../requisition/requisition.ts';
import type { JudgmentColumn } from './standing.ts';

export type JudgmentDisclosure = 'shown' | 'shown-on-author-key' | 'kept-back';

/**
 * Whether Judgment may be read. A panel key always; an author key is on trial and keeps it back in a real requisition
 * until an owner has released it with a reason; simulated requisitions show it.
 */
export function discloseJudgment(
  { keyStatus }: Pick<JudgmentColumn, 'keyStatus'>,
  { simulated, judgmentRelease }: Pick<Requisition, 'simulated' | 'judgmentRelease'>,
): JudgmentDisclosure {
  if (keyStatus === 'panel') return 'shown';
  return simulated || judgmentRelease !== null ? 'shown-on-author-key' : 'kept-back';
}

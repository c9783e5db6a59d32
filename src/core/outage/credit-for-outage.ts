import type { Attempt, Credit } from '../attempt/attempt.ts';
import { gapsGivenBack } from '../attempt/give-back-gap.ts';
import type { SectionId } from '../kernel/ids.ts';
import type { Outage } from './outage.ts';

export interface OutageCredit {
  readonly sectionId: SectionId;
  readonly credit: Credit;
}

/**
 * What a part that ran against a limit when an outage began, or started in it, gets for it; null where there is none.
 * What was given back already for the same silence, as a lost connection of the candidate's, is not given twice.
 */
export function creditForOutage(attempt: Attempt, { id, from, to }: Outage): OutageCredit | null {
  if (attempt.state !== 'open') return null;
  const running = Object.entries(attempt.parts).find(([, { state }]) => state === 'running');
  if (running === undefined) return null;
  const [sectionId, part] = running as [SectionId, (typeof running)[1]];
  if (part.deadlineMs === null || part.startedAt === null || part.deadlineMs < from.getTime()) return null;
  if (part.credits.some((credit) => credit.id === id)) return null;
  const beganMs = Math.max(from.getTime(), part.startedAt.getTime());
  const ms = to.getTime() - beganMs - gapsGivenBack(part, from, to);
  return ms > 0 ? { sectionId, credit: { id, ms } } : null;
}

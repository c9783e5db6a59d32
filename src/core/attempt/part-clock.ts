import type { SectionId } from '../kernel/ids.ts';
import type { Attempt, PartClock } from './attempt.ts';

/** The clock of a part. Throws where the attempt was begun without that part. */
export function partClock(attempt: Pick<Attempt, 'id' | 'parts'>, sectionId: SectionId): PartClock {
  const part = attempt.parts[sectionId];
  if (part === undefined) throw new Error(`attempt ${attempt.id} has no part ${sectionId}`);
  return part;
}

/** When a part ends for saves and hand-in: its own deadline; without a limit, the end of the attempt. */
export function partEndsMs(attempt: Pick<Attempt, 'endsBy'>, part: Pick<PartClock, 'deadlineMs'>): number {
  return part.deadlineMs ?? attempt.endsBy.getTime();
}

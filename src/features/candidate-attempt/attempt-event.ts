import type { Attempt } from '../../core/attempt/attempt.ts';
import type { DomainEvent } from '../../core/kernel/domain-event.ts';
import { candidateEvent, systemEvent } from '../../ops/new-event.ts';

type AttemptEventType =
  | 'attempt-begun'
  | 'part-started'
  | 'part-handed-in'
  | 'part-timed-out'
  | 'part-reopened'
  | 'attempt-ends-soon'
  | 'attempt-finished';

/** Something that happened to an attempt, told with ids and small facts. Saves and heartbeats are not told. */
export function tellAttempt(
  attempt: Pick<Attempt, 'id' | 'organisationId' | 'requisitionId' | 'applicantId'>,
  type: AttemptEventType,
  at: Date,
  facts: DomainEvent['facts'] = {},
): DomainEvent {
  const { id: attemptId, organisationId, requisitionId, applicantId } = attempt;
  const happened = { type, at, organisationId, facts: { requisitionId, applicantId, attemptId, ...facts } };
  const byClock = type === 'part-timed-out' || type === 'part-reopened' || facts['by'] === 'time';
  return byClock ? systemEvent(happened) : candidateEvent(happened);
}

import type { Applicant } from '../core/applicant/applicant.ts';
import type { Decision } from '../core/applicant/decision.ts';
import type { DomainEvent } from '../core/kernel/domain-event.ts';
import type { ApplicantModel, ApplicantRow } from './applicant-model.ts';
import { pushEvents } from './outbox.ts';

type Key = Pick<Applicant, 'id' | 'organisationId' | 'requisitionId'>;

/** What staff have decided about somebody, the first move first. */
export interface DecisionRecord {
  readonly decisions: readonly Decision[];
  /** Null while nobody has looked at the name. */
  readonly revealedAt: Date | null;
  /** Only where it was revealed. */
  readonly name: string | null;
}

const filterOf = ({ id, organisationId, requisitionId }: Key) => ({
  _id: id,
  organisationId,
  requisitionId,
  state: 'active' as const,
});

/** What staff decide: the stage with its reasons, and when the name was revealed. */
export function applicantDecisions(applicants: ApplicantModel) {
  return {
    async findDecisions(applicant: Key): Promise<DecisionRecord> {
      const row = await applicants
        .findOne(filterOf(applicant), { decisions: 1, revealedAt: 1, name: 1 })
        .lean<Pick<ApplicantRow, 'decisions' | 'revealedAt' | 'name'>>();
      const revealedAt = row?.revealedAt ?? null;
      return {
        decisions: (row?.decisions ?? []) as readonly Decision[],
        revealedAt,
        name: revealedAt === null ? null : (row?.name ?? null),
      };
    },

    /** False where anything about them changed since they were read, above all where somebody else moved them. */
    async decide(seen: Applicant, decision: Decision, events: readonly DomainEvent[]): Promise<boolean> {
      const { $push, relayAt } = pushEvents(events);
      const result = await applicants.updateOne(
        { ...filterOf(seen), rev: seen.rev, stage: decision.from },
        {
          $set: { stage: decision.to, relayAt },
          $inc: { rev: 1 },
          $push: { ...$push, decisions: decision },
        },
      );
      return result.matchedCount === 1;
    },

    /** Asks for the letter about the decision once more. */
    async tellAgain(seen: Applicant, events: readonly DomainEvent[]): Promise<void> {
      const { $push, relayAt } = pushEvents(events);
      await applicants.updateOne({ ...filterOf(seen), stage: seen.stage }, { $set: { relayAt }, $push });
    },

    /** False where somebody revealed the name before, or the applicant has moved on since they were read. */
    async reveal(seen: Applicant, at: Date, events: readonly DomainEvent[]): Promise<boolean> {
      const { $push, relayAt } = pushEvents(events);
      const result = await applicants.updateOne(
        { ...filterOf(seen), stage: seen.stage, revealedAt: null },
        { $set: { revealedAt: at, relayAt }, $inc: { rev: 1 }, $push },
      );
      return result.matchedCount === 1;
    },
  };
}

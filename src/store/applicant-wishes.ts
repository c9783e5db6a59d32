import type { Applicant } from '../core/applicant/applicant.ts';
import type { DomainEvent } from '../core/kernel/domain-event.ts';
import type { OrganisationId, RequisitionId } from '../core/kernel/ids.ts';
import type { ApplicantModel, ApplicantRow } from './applicant-model.ts';
import { pushEvents } from './outbox.ts';

type Key = Pick<Applicant, 'id' | 'organisationId' | 'requisitionId'>;

/** What applicants have said themselves by their link. */
export interface Wishes {
  /** When they asked for a new link that nobody has given yet. */
  readonly linkAskedAt: Date | null;
  readonly withdrawnAt: Date | null;
}

/** How many applicants of a requisition wait for a new link, and how many withdrew lately. */
export interface WishCounts {
  readonly linksAsked: number;
  readonly withdrawn: number;
}

const filterOf = ({ id, organisationId, requisitionId }: Key) => ({
  _id: id,
  organisationId,
  requisitionId,
  state: 'active' as const,
});

/** What the candidate's own link changes. */
export function applicantWishes(applicants: ApplicantModel) {
  async function countIn(
    organisationId: OrganisationId,
    requisitionIds: readonly RequisitionId[],
    moment: Readonly<Record<string, unknown>>,
  ): Promise<ReadonlyMap<string, number>> {
    const rows = await applicants.aggregate<{ _id: string; count: number }>([
      {
        $match: {
          ...moment,
          organisationId,
          requisitionId: { $in: [...requisitionIds] },
          state: 'active',
        },
      },
      { $group: { _id: '$requisitionId', count: { $sum: 1 } } },
    ]);
    return new Map(rows.map(({ _id, count }) => [_id, count]));
  }

  return {
    async findWishes(applicant: Key): Promise<Wishes> {
      const row = await applicants
        .findOne(filterOf(applicant), { linkAskedAt: 1, withdrawnAt: 1 })
        .lean<Pick<ApplicantRow, 'linkAskedAt' | 'withdrawnAt'>>();
      return { linkAskedAt: row?.linkAskedAt ?? null, withdrawnAt: row?.withdrawnAt ?? null };
    },

    /** False where they had withdrawn before, or are gone. */
    async withdraw(applicant: Key, at: Date, events: readonly DomainEvent[]): Promise<boolean> {
      const { $push, relayAt } = pushEvents(events);
      const result = await applicants.updateOne(
        { ...filterOf(applicant), stage: { $ne: 'withdrawn' } },
        {
          $set: { stage: 'withdrawn', withdrawnAt: at, relayAt },
          $unset: { linkAskedAt: 1 },
          $inc: { rev: 1 },
          $push,
        },
      );
      return result.matchedCount === 1;
    },

    /** False where they have asked already, or nobody is there to ask. */
    async askForLink(applicant: Key, at: Date, events: readonly DomainEvent[]): Promise<boolean> {
      const { $push, relayAt } = pushEvents(events);
      const result = await applicants.updateOne(
        { ...filterOf(applicant), stage: { $ne: 'withdrawn' }, linkAskedAt: null },
        { $set: { linkAskedAt: at, relayAt }, $inc: { rev: 1 }, $push },
      );
      return result.matchedCount === 1;
    },

    async countWishes(
      organisationId: OrganisationId,
      requisitionIds: readonly RequisitionId[],
      withdrawnSince: Date,
    ): Promise<ReadonlyMap<RequisitionId, WishCounts>> {
      const [asked, withdrawn] = await Promise.all([
        countIn(organisationId, requisitionIds, { linkAskedAt: { $gt: new Date(0) } }),
        countIn(organisationId, requisitionIds, { withdrawnAt: { $gt: withdrawnSince } }),
      ]);
      return new Map(
        requisitionIds.map((id) => [
          id,
          { linksAsked: asked.get(id) ?? 0, withdrawn: withdrawn.get(id) ?? 0 },
        ]),
      );
    },
  };
}

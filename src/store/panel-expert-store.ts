import type { InferSchemaType } from 'mongoose';
import type { Background, OptionRatings, PanelExpert } from '../core/expert-panel/expert-panel.ts';
import type { DomainEvent } from '../core/kernel/domain-event.ts';
import type { ExpertPanelId, ItemId, OrganisationId, PanelExpertId } from '../core/kernel/ids.ts';
import { isDuplicateKey, Schema, strictSchema, type Connection } from './connection.ts';
import { outboxFields, pushEvents, relaySource, withEvents } from './outbox.ts';
import { emailKey } from './person-store.ts';

const { Mixed } = Schema.Types;
const STATES = ['invited', 'taking-part', 'handed-in', 'withdrawn'] as const;
const schema = strictSchema({
  _id: { type: String, required: true },
  organisationId: { type: String, required: true },
  panelId: { type: String, required: true },
  linkVersion: { type: Number, required: true },
  state: { type: String, enum: [...STATES], required: true },
  background: { type: Mixed, default: null },
  agreedAt: { type: Date },
  situations: { type: Mixed },
  handedInAt: { type: Date },
  /** Nothing of it changes any more. */
  sealed: { type: Boolean, required: true },
  name: { type: String },
  email: { type: String },
  emailKey: { type: String },
  invitedAt: { type: Date, required: true },
  rev: { type: Number, required: true },
  ...outboxFields,
});
schema.index(
  { panelId: 1, emailKey: 1 },
  { unique: true, partialFilterExpression: { emailKey: { $type: 'string' } } },
);
schema.index({ panelId: 1, state: 1 });
schema.index({ relayAt: 1 }, { sparse: true });

type Row = InferSchemaType<typeof schema>;

/** An expert as whoever invited them sees them: never beside what they rated. */
export interface InvitedExpert extends Pick<PanelExpert, 'id' | 'linkVersion' | 'state'> {
  /** Null once it was deleted. */
  readonly name: string | null;
  readonly email: string | null;
  readonly invitedAt: Date;
}

/** An expert as it was read, for a change that fits nothing else. */
export interface SeenExpert extends PanelExpert {
  readonly rev: number;
}

const MOST = 500;

function toExpert(row: Row): SeenExpert {
  const { _id, organisationId, panelId, linkVersion, state, rev } = row;
  return {
    ...{ id: _id, organisationId, panelId, linkVersion, state, rev },
    background: (row.background as Background | undefined) ?? null,
    agreedAt: row.agreedAt ?? null,
    situations: (row.situations ?? {}) as PanelExpert['situations'],
    handedInAt: row.handedInAt ?? null,
  } as SeenExpert;
}

/** Experts and what they rated: a key in the making, so only the panel's own feature, the demo and tests are given this store. */
export function createPanelExpertStore(connection: Connection) {
  const experts = connection.model('panelExperts', schema, 'panelExperts');
  const changing = ({ id, panelId, linkVersion }: PanelExpert) => ({
    ...{ _id: id, panelId, linkVersion },
    sealed: false,
  });

  return {
    relaySource: relaySource('panelExperts', experts as never),

    /** False where that address is in the panel already. */
    async invite(
      expert: Pick<PanelExpert, 'id' | 'organisationId' | 'panelId'>,
      contact: { readonly name: string; readonly email: string },
      invitedAt: Date,
      events: readonly DomainEvent[],
    ): Promise<boolean> {
      const { id, organisationId, panelId } = expert;
      const row = {
        ...{ _id: id, organisationId, panelId, ...contact, emailKey: emailKey(contact.email) },
        ...{ linkVersion: 0, state: 'invited', sealed: false, invitedAt, rev: 0 },
        ...withEvents(events),
      };
      try {
        await experts.insertOne(row as never);
        return true;
      } catch (error) {
        if (!isDuplicateKey(error)) throw error;
        return false;
      }
    },

    /** Addresses of these that are in the panel. */
    async findInvited(panelId: ExpertPanelId, emails: readonly string[]): Promise<ReadonlySet<string>> {
      const rows = await experts
        .find({ panelId, emailKey: { $in: emails.map(emailKey) } }, { emailKey: 1 })
        .lean<Pick<Row, 'emailKey'>[]>();
      return new Set(rows.flatMap(({ emailKey: key }) => key ?? []));
    },

    /** By name, without ratings: in the order of their ids, as ratings are, it would tell whose is whose. */
    async listInvited(organisationId: OrganisationId, panelId: ExpertPanelId): Promise<InvitedExpert[]> {
      const rows = await experts
        .find({ organisationId, panelId }, { linkVersion: 1, state: 1, name: 1, email: 1, invitedAt: 1 })
        .sort({ name: 1, _id: 1 })
        .limit(MOST)
        .lean<Row[]>();
      return rows.map(({ _id, linkVersion, state, name, email, invitedAt }) => ({
        ...{ id: _id as PanelExpertId, linkVersion, state, invitedAt },
        name: name ?? null,
        email: email ?? null,
      }));
    },

    async find(id: PanelExpertId): Promise<SeenExpert | null> {
      const row = await experts.findOne({ _id: id }).lean<Row>();
      return row === null ? null : toExpert(row);
    },

    countHandedIn: (panelId: ExpertPanelId): Promise<number> =>
      experts.countDocuments({ panelId, state: 'handed-in' }),

    async agree(expert: SeenExpert, background: Background, agreedAt: Date): Promise<boolean> {
      const result = await experts.updateOne(
        { ...changing(expert), rev: expert.rev, state: { $in: ['invited', 'taking-part'] } },
        { $set: { background, agreedAt, state: 'taking-part' }, $inc: { rev: 1 } },
      );
      return result.matchedCount === 1;
    },

    /** Replaces the ratings of one situation if they are still those that were seen. Gaps are for before handing in. */
    async saveRatings(
      expert: PanelExpert,
      itemId: ItemId,
      { seen, ratings, complete }: { seen: number; ratings: OptionRatings; complete: boolean },
    ): Promise<boolean> {
      const at = `situations.${itemId}`;
      const result = await experts.updateOne(
        {
          ...changing(expert),
          state: { $in: complete ? ['taking-part', 'handed-in'] : ['taking-part'] },
          [`${at}.rev`]: seen === 0 ? { $exists: false } : seen,
        },
        { $set: { [at]: { rev: seen + 1, ratings } }, $inc: { rev: 1 } },
      );
      return result.matchedCount === 1;
    },

    async handIn(expert: SeenExpert, handedInAt: Date): Promise<boolean> {
      const result = await experts.updateOne(
        { ...changing(expert), rev: expert.rev, state: 'taking-part' },
        { $set: { state: 'handed-in', handedInAt }, $inc: { rev: 1 } },
      );
      return result.matchedCount === 1;
    },

    /** Makes every earlier link of this expert useless; also the end of somebody who has not handed in, with all they rated. */
    async changeLink(
      organisationId: OrganisationId,
      panelId: ExpertPanelId,
      id: PanelExpertId,
      change: 'renew' | 'withdraw',
      events: readonly DomainEvent[],
    ): Promise<boolean> {
      const { $push, relayAt } = pushEvents(events);
      const ended = change === 'withdraw';
      const gone = { situations: 1, background: 1, name: 1, email: 1, emailKey: 1 } as const;
      const result = await experts.updateOne(
        {
          ...{ _id: id, organisationId, panelId, sealed: false },
          state: { $in: ended ? ['invited', 'taking-part'] : ['invited', 'taking-part', 'handed-in'] },
        },
        {
          $set: { relayAt, ...(ended ? { state: 'withdrawn' } : {}) },
          ...(ended ? { $unset: gone } : {}),
          $inc: { linkVersion: 1, rev: 1 },
          $push,
        },
      );
      return result.matchedCount === 1;
    },

    /** From here on nothing that an expert of the panel rated changes. */
    async seal(panelId: ExpertPanelId): Promise<void> {
      await experts.updateMany({ panelId, sealed: false }, { $set: { sealed: true } });
    },

    /** Whoever handed in, with what they rated; call `seal` before. */
    async listHandedIn(organisationId: OrganisationId, panelId: ExpertPanelId): Promise<PanelExpert[]> {
      const rows = await experts
        .find({ organisationId, panelId, state: 'handed-in' })
        .sort({ _id: 1 })
        .limit(MOST)
        .lean<Row[]>();
      return rows.map(toExpert);
    },

    /** Deletes names and addresses; ratings stay under a number. */
    async forget(panelId: ExpertPanelId): Promise<void> {
      await experts.updateMany({ panelId }, { $unset: { name: 1, email: 1, emailKey: 1 } });
    },
  };
}

export type PanelExpertStore = ReturnType<typeof createPanelExpertStore>;

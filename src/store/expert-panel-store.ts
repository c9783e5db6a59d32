import type { InferSchemaType } from 'mongoose';
import type { ExpertPanel } from '../core/expert-panel/expert-panel.ts';
import type { DomainEvent } from '../core/kernel/domain-event.ts';
import type { ExpertPanelId, FormVersionId, OrganisationId } from '../core/kernel/ids.ts';
import { Schema, strictSchema, type Connection } from './connection.ts';
import { outboxFields, pushEvents, relaySource, withEvents } from './outbox.ts';

const { Mixed } = Schema.Types;
const schema = strictSchema({
  _id: { type: String, required: true },
  organisationId: { type: String, required: true },
  assessmentId: { type: String, required: true },
  assessmentTitle: { type: String, required: true },
  formVersionId: { type: String, required: true },
  authorKeyId: { type: String, required: true },
  needed: { type: Number, required: true },
  closesAt: { type: Date, required: true },
  state: { type: String, enum: ['open', 'closed', 'published', 'given-up'], required: true },
  createdBy: { type: String, required: true },
  createdAt: { type: Date, required: true },
  closedAt: { type: Date },
  leftOut: { type: [Mixed], required: true },
  publication: { type: Mixed, default: null },
  adoption: { type: Mixed, default: null },
  /** From when on the experts' names and addresses are deleted; absent once they are. */
  forgetAt: { type: Date },
  rev: { type: Number, required: true },
  ...outboxFields,
});
schema.index({ organisationId: 1, createdAt: -1 });
schema.index({ organisationId: 1, formVersionId: 1, 'publication.at': -1 });
schema.index({ 'adoption.walkedTo': 1 }, { sparse: true });
schema.index({ forgetAt: 1 }, { sparse: true });
schema.index({ relayAt: 1 }, { sparse: true });

type Row = InferSchemaType<typeof schema>;

const MOST = 200;
const FORGET_AFTER_MS = 90 * 24 * 60 * 60 * 1000;
const forgetAt = (closesAt: Date): Date => new Date(closesAt.getTime() + FORGET_AFTER_MS);

export type PanelChanges = Partial<
  Pick<ExpertPanel, 'closesAt' | 'state' | 'closedAt' | 'leftOut' | 'publication' | 'adoption'>
>;

function toPanel(row: Row): ExpertPanel {
  const { _id, outbox: _outbox, relayAt: _relayAt, forgetAt: _forgetAt, ...fields } = row;
  return { id: _id, closedAt: null, ...fields } as unknown as ExpertPanel;
}

/** What a panel is for and how far it has come. Who is in it and what they rated stands with the keys. */
export function createExpertPanelStore(connection: Connection) {
  const panels = connection.model('expertPanels', schema, 'expertPanels');

  async function list(filter: object, order: Readonly<Record<string, 1 | -1>>, limit: number) {
    const rows = await panels.find(filter).sort(order).limit(limit).lean<Row[]>();
    return rows.map(toPanel);
  }

  return {
    relaySource: relaySource('expertPanels', panels as never),

    async insert(panel: ExpertPanel, events: readonly DomainEvent[]): Promise<void> {
      const { id, ...fields } = panel;
      const row = { _id: id, ...fields, forgetAt: forgetAt(panel.closesAt), ...withEvents(events) };
      await panels.insertOne(row as never);
    },

    async find(organisationId: OrganisationId, id: ExpertPanelId): Promise<ExpertPanel | null> {
      const [panel] = await list({ _id: id, organisationId }, { _id: 1 }, 1);
      return panel ?? null;
    },

    listOfOrganisation: (organisationId: OrganisationId) => list({ organisationId }, { createdAt: -1 }, MOST),

    /** The panel whose key counts for new intakes with this form; null while there is none. */
    async findPublished(
      organisationId: OrganisationId,
      formVersionId: FormVersionId,
    ): Promise<(ExpertPanel & { publication: NonNullable<ExpertPanel['publication']> }) | null> {
      const filter = { organisationId, formVersionId, state: 'published' };
      const [panel] = await list(filter, { 'publication.at': -1 }, 1);
      const publication = panel?.publication ?? null;
      return panel === undefined || publication === null ? null : { ...panel, publication };
    },

    /** Panels of the whole installation whose key roles are still taking over: those with a place, by their index. */
    listAdopting: (limit: number) =>
      list({ 'adoption.walkedTo': { $gte: '' } }, { 'adoption.walkedTo': 1 }, limit),

    /** Changes it if nobody else did since it was read. */
    async change(
      seen: ExpertPanel,
      changes: PanelChanges,
      events: readonly DomainEvent[],
    ): Promise<'changed' | 'changed-meanwhile'> {
      const { $push, relayAt } = pushEvents(events);
      const told = events.length === 0 ? {} : { $push };
      const forget = changes.closesAt === undefined ? {} : { forgetAt: forgetAt(changes.closesAt) };
      const result = await panels.updateOne(
        { _id: seen.id, organisationId: seen.organisationId, rev: seen.rev },
        {
          $set: { ...changes, ...forget, ...(events.length === 0 ? {} : { relayAt }) },
          $inc: { rev: 1 },
          ...told,
        },
      );
      return result.matchedCount === 1 ? 'changed' : 'changed-meanwhile';
    },

    /** Panels of the whole installation whose experts' names and addresses are due to be deleted. */
    listToForget: (now: Date, limit: number) => list({ forgetAt: { $lte: now } }, { forgetAt: 1 }, limit),

    async noteForgotten({ id, organisationId }: ExpertPanel, now: Date): Promise<void> {
      await panels.updateOne(
        { _id: id, organisationId, forgetAt: { $lte: now } },
        { $unset: { forgetAt: 1 } },
      );
    },
  };
}

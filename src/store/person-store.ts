import type { InferSchemaType } from 'mongoose';
import type { DomainEvent } from '../core/kernel/domain-event.ts';
import type { OrganisationId, PersonId } from '../core/kernel/ids.ts';
import { ROLES, type Person, type Role } from '../core/person/person.ts';
import { isDuplicateKey, strictSchema, type Connection } from './connection.ts';
import { insertMany } from './insert-many.ts';
import { outboxFields, pushEvents, relaySource, withEvents } from './outbox.ts';

const schema = strictSchema({
  _id: { type: String, required: true },
  organisationId: { type: String, required: true },
  name: { type: String, required: true },
  email: { type: String, required: true },
  /** Normalised, unique in the whole installation; an erased or replaced address has none. */
  emailKey: { type: String },
  roles: { type: [String], enum: ROLES, required: true },
  state: { type: String, enum: ['invited', 'active', 'deactivated'] as const, required: true },
  passwordHash: { type: String, default: null },
  /** Raised to sign the person out everywhere. */
  signInVersion: { type: Number, required: true, default: 0 },
  /** Raised with every new join or reset link, which kills the one before. */
  linkVersion: { type: Number, required: true, default: 0 },
  rev: { type: Number, required: true, default: 0 },
  /** Present on the owner made by the first-run set-up only, so that two set-ups at once make one. */
  firstRun: { type: Boolean },
  ...outboxFields,
});
schema.index({ emailKey: 1 }, { unique: true, partialFilterExpression: { emailKey: { $type: 'string' } } });
schema.index({ organisationId: 1, name: 1 });
schema.index({ firstRun: 1 }, { unique: true, sparse: true });
schema.index({ relayAt: 1 }, { sparse: true });

type Row = InferSchemaType<typeof schema>;

/** What signing in needs and no page ever gets. */
export interface Credentials {
  readonly person: Person;
  readonly passwordHash: string | null;
  readonly signInVersion: number;
  readonly linkVersion: number;
}

export interface NewPerson {
  readonly id: PersonId;
  readonly organisationId: OrganisationId;
  readonly name: string;
  readonly email: string;
  readonly roles: readonly Role[];
  readonly passwordHash: string | null;
  readonly firstRun?: true;
}

/** One spelling for one address, so that nobody is there twice. */
export function emailKey(email: string): string {
  return email.normalize('NFKC').trim().toLowerCase();
}

function toPerson(row: Row): Person {
  return {
    id: row._id as PersonId,
    organisationId: row.organisationId as OrganisationId,
    name: row.name,
    email: row.email,
    roles: row.roles,
    state: row.state,
    rev: row.rev,
  };
}

function toCredentials(row: Row): Credentials {
  const { passwordHash, signInVersion, linkVersion } = row;
  return { person: toPerson(row), passwordHash: passwordHash ?? null, signInVersion, linkVersion };
}

const toDocument = ({ id, ...fields }: NewPerson) => ({
  _id: id,
  ...fields,
  roles: [...fields.roles],
  state: fields.passwordHash === null ? 'invited' : 'active',
  emailKey: emailKey(fields.email),
});

export function createPersonStore(connection: Connection) {
  const people = connection.model('people', schema, 'people');

  return {
    relaySource: relaySource('people', people as never),

    async countAll(): Promise<number> {
      return people.countDocuments({});
    },

    async insert(person: NewPerson, events: readonly DomainEvent[]): Promise<'inserted' | 'address-taken'> {
      try {
        await people.insertOne({ ...toDocument(person), ...withEvents(events) } as never);
        return 'inserted';
      } catch (error) {
        if (isDuplicateKey(error)) return 'address-taken';
        throw error;
      }
    },

    /** Accounts of an organisation that is made whole in one go. */
    insertMany: (many: readonly NewPerson[]) =>
      insertMany(
        people as never,
        many.map((person) => ({ ...toDocument(person), signInVersion: 0, linkVersion: 0, rev: 0 })),
      ),

    async list(organisationId: OrganisationId): Promise<Person[]> {
      const rows = await people.find({ organisationId }).sort({ name: 1 }).limit(1000).lean<Row[]>();
      return rows.map(toPerson);
    },

    async find(organisationId: OrganisationId, id: PersonId): Promise<Person | null> {
      const row = await people.findOne({ _id: id, organisationId }).lean<Row>();
      return row === null ? null : toPerson(row);
    },

    /** The account with that address, if it is an active one of this organisation. */
    async findActiveId(organisationId: OrganisationId, email: string): Promise<PersonId | null> {
      const filter = { emailKey: emailKey(email), organisationId, state: 'active' as const };
      const row = await people.findOne(filter, { _id: 1 }).lean<Pick<Row, '_id'>>();
      return row === null ? null : (row._id as PersonId);
    },

    async findCredentialsByEmail(email: string): Promise<Credentials | null> {
      const row = await people.findOne({ emailKey: emailKey(email) }).lean<Row>();
      return row === null ? null : toCredentials(row);
    },

    async findCredentials(id: string): Promise<Credentials | null> {
      const row = await people.findOne({ _id: id }).lean<Row>();
      return row === null ? null : toCredentials(row);
    },

    /** Changes roles or state if nobody else changed the person meanwhile; a deactivated person is signed out. */
    async change(
      seen: Person,
      changes: { roles?: readonly Role[]; state?: Person['state'] },
      events: readonly DomainEvent[],
    ): Promise<'changed' | 'changed-meanwhile'> {
      const { $push, relayAt } = pushEvents(events);
      const result = await people.updateOne(
        { _id: seen.id, organisationId: seen.organisationId, rev: seen.rev },
        {
          $set: {
            ...(changes.roles ? { roles: [...changes.roles] } : {}),
            ...(changes.state ? { state: changes.state } : {}),
            relayAt,
          },
          $inc: { rev: 1, signInVersion: changes.state === 'deactivated' ? 1 : 0 },
          $push,
        },
      );
      return result.matchedCount === 1 ? 'changed' : 'changed-meanwhile';
    },

    /** Makes every link sent before worthless and returns the version for a new one. */
    async renewLink(
      organisationId: OrganisationId,
      id: PersonId,
      events: readonly DomainEvent[],
    ): Promise<number | null> {
      const { $push, relayAt } = pushEvents(events);
      const row = await people
        .findOneAndUpdate(
          { _id: id, organisationId },
          { $inc: { linkVersion: 1 }, $set: { relayAt }, $push },
          { returnDocument: 'after' },
        )
        .lean<Row>();
      return row?.linkVersion ?? null;
    },

    async signOutEverywhere(
      organisationId: OrganisationId,
      id: PersonId,
      events: readonly DomainEvent[],
    ): Promise<void> {
      const { $push, relayAt } = pushEvents(events);
      await people.updateOne(
        { _id: id, organisationId },
        {
          $inc: { signInVersion: 1 },
          $set: { relayAt },
          $push,
        },
      );
    },

    /** Sets the password by a join or reset link, once: the link's version is used up and other logins end. */
    async setPassword(
      id: string,
      linkVersion: number,
      fields: { name: string; passwordHash: string },
      events: readonly DomainEvent[],
    ): Promise<'set' | 'link-used'> {
      const { $push, relayAt } = pushEvents(events);
      const result = await people.updateOne(
        { _id: id, linkVersion, state: { $in: ['invited', 'active'] } },
        {
          $set: { ...fields, state: 'active', relayAt },
          $inc: { linkVersion: 1, signInVersion: 1, rev: 1 },
          $push,
        },
      );
      return result.matchedCount === 1 ? 'set' : 'link-used';
    },
  };
}

export type PersonStore = ReturnType<typeof createPersonStore>;

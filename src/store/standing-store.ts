import type { InferSchemaType } from 'mongoose';
import type { Stage } from '../core/applicant/applicant.ts';
import type { ApplicantId, OrganisationId, RequisitionId, RubricVersionId } from '../core/kernel/ids.ts';
import { scoreOf } from '../core/scoring/measure-column.ts';
import { SLOTS, type ScoreColumn, type Slot } from '../core/scoring/score-column.ts';
import type { Standing, StandingSources } from '../core/scoring/standing.ts';
import { Schema, strictSchema, type Connection } from './connection.ts';
import { insertMany } from './insert-many.ts';
import { replaceStanding } from './replace-standing.ts';
import { asStored, createRowReader } from './row-reader.ts';

const Mixed = Schema.Types.Mixed;
const schema = strictSchema({
  /** `applicantId:rubricVersionId`: one row for each pair. */
  _id: { type: String, required: true },
  organisationId: { type: String, required: true },
  requisitionId: { type: String, required: true },
  intakeId: { type: String, required: true },
  applicantId: { type: String, required: true },
  attemptId: { type: String, default: null },
  rubricVersionId: { type: String, required: true },
  label: { type: String, required: true },
  shuffleRank: { type: Number, required: true },
  stage: { type: String, required: true },
  evidence: { type: Mixed, required: true },
  judgment: { type: Mixed, required: true },
  written: { type: Mixed, required: true },
  criteria: { type: [Mixed], required: true },
  /** The scores of the criteria once more, each at a path of its own, for orders by one of them. */
  slots: { type: Mixed },
  sources: {
    /** Rows of an earlier edition have none. */
    requisition: { type: Number },
    applicant: { type: Number, required: true },
    attempt: { type: Number, required: true },
    tasks: { type: Number, required: true },
  },
  finishedAt: { type: Date, default: null },
});
schema.index({ organisationId: 1, requisitionId: 1, applicantId: 1 });
const inList = { organisationId: 1, requisitionId: 1, rubricVersionId: 1, intakeId: 1 } as const;
schema.index({ ...inList, shuffleRank: 1, _id: 1 });
schema.index({ ...inList, 'written.value': -1, _id: 1 });
schema.index({ ...inList, 'judgment.score.value': -1, _id: 1 });
schema.index({ ...inList, label: 1 });
schema.index({ ...inList, stage: 1, 'evidence.kind': 1 });
schema.index({ ...inList, finishedAt: 1 });
for (const slot of SLOTS) schema.index({ ...inList, [`slots.${slot}`]: -1, _id: 1 });
for (const narrow of ['stage', 'evidence.kind']) {
  schema.index({ ...inList, [narrow]: 1, shuffleRank: 1, _id: 1 });
  schema.index({ ...inList, [narrow]: 1, 'written.value': -1, _id: 1 });
  schema.index({ ...inList, [narrow]: 1, 'judgment.score.value': -1, _id: 1 });
}

type Row = Omit<InferSchemaType<typeof schema>, 'slots'> & { slots?: unknown };

export const SCORE_PATHS: Readonly<Record<ScoreColumn, string>> = {
  judgment: 'judgment.score.value',
  written: 'written.value',
  ...(Object.fromEntries(SLOTS.map((slot) => [slot, `slots.${slot}`])) as Record<Slot, string>),
};

/** What a row says once more for the orders by a criterion; null where there is no score or no criterion. */
export const slotsOf = (standing: Standing): Readonly<Record<string, number | null>> =>
  Object.fromEntries(SLOTS.map((slot) => [slot, scoreOf(slot, standing)]));

/** A row as it is stored. */
const toRow = (standing: Standing) => ({ ...standing, slots: slotsOf(standing) });

export type StoredSources = ReadonlyMap<RubricVersionId, StandingSources>;

/** Rows of one intake under its current rubric version. */
export interface StandingList {
  readonly organisationId: OrganisationId;
  readonly requisitionId: RequisitionId;
  readonly intakeId: Standing['intakeId'];
  readonly rubricVersionId: RubricVersionId;
}

/** At most one equality more, for which each order has an index. */
export type StandingNarrow =
  | Readonly<Record<string, never>>
  | { readonly label: string }
  | { readonly stage: Standing['stage'] }
  | { readonly 'evidence.kind': Standing['evidence']['kind'] };

/** Where a page of a list ended, in the shuffle or in the order of a score. */
export type StandingPlace = Pick<Standing, 'shuffleRank' | 'applicantId'>;
export interface ScorePlace {
  readonly score: number;
  readonly applicantId: ApplicantId;
}

function toStanding(row: Row): Standing {
  const { _id, slots: _slots, ...fields } = row;
  return fields as unknown as Standing;
}

const idOf = (applicantId: ApplicantId, rubricVersionId: RubricVersionId) =>
  `${applicantId}:${rubricVersionId}`;

/** The read model that lists and comparisons are made of. Only recomputing writes it. */
export function createStandingStore(connection: Connection) {
  const standings = connection.model('standings', schema, 'standings');
  const readRow = createRowReader(toStanding);

  return {
    upsert(standing: Standing, seen: StandingSources | null = null): Promise<'written' | 'older'> {
      const id = idOf(standing.applicantId, standing.rubricVersionId);
      return replaceStanding(standings as never, id, toRow(standing), seen);
    },

    /** What the rows of an applicant were computed from, by rubric version. */
    async listSources(
      organisationId: OrganisationId,
      requisitionId: RequisitionId,
      applicantId: ApplicantId,
    ): Promise<StoredSources> {
      const rows = await standings
        .find({ organisationId, requisitionId, applicantId }, { rubricVersionId: 1, sources: 1 })
        .lean<Pick<Standing, 'rubricVersionId' | 'sources'>[]>();
      return new Map(rows.map(({ rubricVersionId, sources }) => [rubricVersionId, sources]));
    },

    insertMany(many: readonly Standing[]): Promise<void> {
      return insertMany(
        standings as never,
        many.map((standing) => ({
          _id: idOf(standing.applicantId, standing.rubricVersionId),
          ...toRow(standing),
        })),
      );
    },

    async find(
      organisationId: OrganisationId,
      requisitionId: RequisitionId,
      applicantId: ApplicantId,
      rubricVersionId: RubricVersionId,
    ): Promise<Standing | null> {
      const _id = idOf(applicantId, rubricVersionId);
      const row = await standings.findOne({ _id, organisationId, requisitionId }).lean<Row>();
      return row === null ? null : toStanding(row);
    },

    /** Those of these applicants who have a row under that version, in any order. */
    async findMany(
      organisationId: OrganisationId,
      requisitionId: RequisitionId,
      applicantIds: readonly ApplicantId[],
      rubricVersionId: RubricVersionId,
    ): Promise<Standing[]> {
      const ids = applicantIds.map((id) => idOf(id, rubricVersionId));
      const rows = await standings
        .find({ _id: { $in: ids }, organisationId, requisitionId }, null, asStored)
        .lean<Uint8Array[]>();
      return rows.map(readRow);
    },

    /** One page in the order of the intake's shuffle, after the place where the page before ended. */
    async list(
      list: StandingList,
      limit: number,
      after: StandingPlace | null,
      narrow: StandingNarrow = {},
    ): Promise<Standing[]> {
      const rows = await standings
        .find(
          { ...list, ...narrow, ...(after === null ? {} : behind(after, list.rubricVersionId)) } as never,
          null,
          asStored,
        )
        .sort({ shuffleRank: 1, _id: 1 })
        .limit(limit)
        .lean<Uint8Array[]>();
      return rows.map(readRow);
    },

    /** Applicants with a score on a column, the highest first, after the place where the page before ended. */
    async listByScore(
      list: StandingList,
      column: ScoreColumn,
      limit: number,
      after: ScorePlace | null,
      narrow: StandingNarrow = {},
    ): Promise<Standing[]> {
      const path = SCORE_PATHS[column];
      const below = after === null ? {} : lower(path, after, list.rubricVersionId);
      const rows = await standings
        .find({ ...list, ...narrow, [path]: { $gte: 0 }, ...below } as never, null, asStored)
        .sort({ [path]: -1, _id: 1 })
        .limit(limit)
        .lean<Uint8Array[]>();
      return rows.map(readRow);
    },

    /** Those at one of these stages with a score from `from` to below `below`, in any order. */
    async listBetween(
      list: StandingList,
      stages: readonly Stage[],
      column: ScoreColumn,
      { from, below }: { readonly from: number; readonly below: number },
      limit: number,
    ): Promise<Standing[]> {
      const filter = {
        ...list,
        stage: { $in: [...stages] },
        [SCORE_PATHS[column]]: { $gte: from, $lt: below },
      };
      const rows = await standings
        .find(filter as never, null, asStored)
        .limit(limit)
        .lean<Uint8Array[]>();
      return rows.map(readRow);
    },

    /** How many applicants of a list have a score in each step of this width; the highest score is in the last step. */
    async countScores(
      list: StandingList,
      column: ScoreColumn,
      width: number,
    ): Promise<readonly { readonly from: number; readonly count: number }[]> {
      const path = SCORE_PATHS[column];
      const steps = Array.from({ length: Math.ceil(100 / width) }, (_, index) => index * width);
      // Everybody from a step on, which an index says; a step is what the next one has less.
      const above = await Promise.all(
        steps.map((from) => standings.countDocuments({ ...list, [path]: { $gte: from } } as never)),
      );
      return steps.flatMap((from, index) => {
        const count = (above[index] ?? 0) - (above[index + 1] ?? 0);
        return count > 0 ? [{ from, count }] : [];
      });
    },

    /** Of the first one in the shuffle: which kind of key Judgment was computed with; null where there is nobody. */
    async findKeyStatus(list: StandingList): Promise<Standing['judgment']['keyStatus'] | null> {
      const row = await standings
        .findOne({ ...list }, { _id: 0, 'judgment.keyStatus': 1 })
        .sort({ shuffleRank: 1, _id: 1 })
        .lean<Pick<Standing, 'judgment'>>();
      return row?.judgment.keyStatus ?? null;
    },

    async count(list: StandingList): Promise<number> {
      return standings.countDocuments({ ...list });
    },

    /** Counts no further than `atMost`, because a page of 100,000 applicants must not read all of them. */
    countUpTo(list: StandingList, atMost: number): Promise<number> {
      return standings.countDocuments({ ...list }, { limit: atMost }).exec();
    },

    /** How many of a narrowed list, of those with a score where it is in the order of a column, counted no further than `atMost`. */
    countNarrowed(
      list: StandingList,
      narrow: StandingNarrow,
      column: ScoreColumn | null,
      atMost: number,
    ): Promise<number> {
      const scored = column === null ? {} : { [SCORE_PATHS[column]]: { $gte: 0 } };
      const filter = { ...list, ...narrow, ...scored } as never;
      return standings.countDocuments(filter, { limit: atMost }).exec();
    },

    /** How many of a list have no score on a column, counted no further than `atMost`. */
    countWithoutScore(list: StandingList, column: ScoreColumn, atMost: number): Promise<number> {
      const filter = { ...list, [SCORE_PATHS[column]]: null } as never;
      return standings.countDocuments(filter, { limit: atMost }).exec();
    },
  };
}

/** The bound beside the alternatives lets the index begin where the page before ended. */
function behind({ shuffleRank, applicantId }: StandingPlace, rubricVersionId: RubricVersionId) {
  return {
    shuffleRank: { $gte: shuffleRank },
    $or: [
      { shuffleRank: { $gt: shuffleRank } },
      { shuffleRank, _id: { $gt: idOf(applicantId, rubricVersionId) } },
    ],
  };
}

function lower(path: string, { score, applicantId }: ScorePlace, rubricVersionId: RubricVersionId) {
  return {
    [path]: { $gte: 0, $lte: score },
    $or: [{ [path]: { $lt: score } }, { [path]: score, _id: { $gt: idOf(applicantId, rubricVersionId) } }],
  };
}

export type StandingStore = ReturnType<typeof createStandingStore>;

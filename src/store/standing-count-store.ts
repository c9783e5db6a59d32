import { STAGES, type Stage } from '../core/applicant/applicant.ts';
import type { ApplicantId, RequisitionId } from '../core/kernel/ids.ts';
import type { MeasuredColumn } from '../core/scoring/score-column.ts';
import { EVIDENCE_KINDS, type Evidence, type Standing } from '../core/scoring/standing.ts';
import type { Connection } from './connection.ts';
import { SCORE_PATHS, type StandingList } from './standing-store.ts';

export interface EvidenceCount {
  readonly requisitionId: RequisitionId;
  readonly kind: Evidence['kind'];
  readonly count: number;
}

/** Up to here one look at all documents is less than a count for each kind. */
const COUNTED_TOGETHER = 200;
/** So few at the later stages are read in one search; more need the order of each stage. */
const READ_TOGETHER = 200;

interface Placed {
  readonly applicantId: ApplicantId;
  readonly score: number;
}

type Group = {
  readonly _id: Omit<StandingList, 'organisationId'> & Pick<EvidenceCount, 'kind'>;
  count: number;
};

const isOf = (list: StandingList, other: Omit<StandingList, 'organisationId'>): boolean =>
  list.intakeId === other.intakeId && list.rubricVersionId === other.rubricVersionId;

/** Counts of applicants at some stages, which indexes say without documents. Made after the standings' own store. */
export function createStandingCountStore(connection: Connection) {
  const standings = connection.model('standings');

  async function countTogether(
    lists: readonly StandingList[],
    stages: readonly Stage[],
  ): Promise<readonly EvidenceCount[]> {
    const { organisationId } = lists[0] ?? {};
    if (organisationId === undefined) return [];
    const among = (field: keyof StandingList) => ({ $in: [...new Set(lists.map((list) => list[field]))] });
    const found = await standings.aggregate<Group>([
      {
        $match: {
          organisationId,
          requisitionId: among('requisitionId'),
          rubricVersionId: among('rubricVersionId'),
          intakeId: among('intakeId'),
          stage: { $in: [...stages] },
        },
      },
      {
        $group: {
          _id: {
            requisitionId: '$requisitionId',
            rubricVersionId: '$rubricVersionId',
            intakeId: '$intakeId',
            kind: '$evidence.kind',
          },
          count: { $sum: 1 },
        },
      },
    ]);
    // A row of an intake under the version of another one stands beside the one that counts.
    return found
      .filter(({ _id }) => lists.some((list) => isOf(list, _id)))
      .map(({ _id: { requisitionId, kind }, count }) => ({ requisitionId, kind, count }));
  }

  const countKind = async (
    list: StandingList,
    stages: readonly Stage[],
    kind: Evidence['kind'],
  ): Promise<EvidenceCount> => {
    const filter = { ...list, stage: { $in: [...stages] }, 'evidence.kind': kind };
    return { requisitionId: list.requisitionId, kind, count: await standings.countDocuments(filter) };
  };

  return {
    /** How many applicants of these lists of an organisation, at these stages, have come how far, by requisition. */
    async countEvidence(
      lists: readonly StandingList[],
      stages: readonly Stage[] = STAGES,
    ): Promise<readonly EvidenceCount[]> {
      const sizes = await Promise.all(
        lists.map((list) => standings.countDocuments({ ...list }, { limit: COUNTED_TOGETHER + 1 })),
      );
      const isLarge = (index: number): boolean => (sizes[index] ?? 0) > COUNTED_TOGETHER;
      const large = lists.filter((_, index) => isLarge(index));
      const small = lists.filter((_, index) => !isLarge(index));
      const [together, oneByOne] = await Promise.all([
        countTogether(small, stages),
        Promise.all(large.flatMap((list) => EVIDENCE_KINDS.map((kind) => countKind(list, stages, kind)))),
      ]);
      return addUp([...together, ...oneByOne]);
    },

    /** Whether anybody of a list, at one of these stages, is at one of these kinds of evidence. */
    async isAnybodyAt(
      list: StandingList,
      stages: readonly Stage[],
      kinds: readonly Evidence['kind'][],
    ): Promise<boolean> {
      const filter = { ...list, stage: { $in: [...stages] }, 'evidence.kind': { $in: [...kinds] } };
      return (await standings.countDocuments(filter, { limit: 1 })) > 0;
    },

    /**
     * Who is at each of these places, from 1, in the order by score of those at one of these stages; null where fewer have
     * a score. Each stage has an order of its own in an index. Most applicants are at the first stage: those of it who are
     * above a place whatever the others have are skipped by the index, unread.
     */
    async findPlaces(
      list: StandingList,
      [first, ...others]: readonly [Stage, ...Stage[]],
      column: MeasuredColumn,
      places: readonly number[],
    ): Promise<readonly (ApplicantId | null)[]> {
      const path = SCORE_PATHS[column];
      const search = (at: Stage | { readonly $in: readonly Stage[] }) =>
        standings
          .find({ ...list, stage: at, [path]: { $gte: 0 } } as never, { applicantId: 1, [path]: 1 })
          .lean<Pick<Standing, 'applicantId' | 'judgment' | 'written'>[]>();
      const best = async (stage: Stage, skip: number, limit: number): Promise<readonly Placed[]> => {
        const sorted = search(stage).sort({ [path]: -1, _id: 1 });
        return (await sorted.skip(skip).limit(limit)).map((row) => placedBy(column, row));
      };
      const last = Math.max(...places);
      const together = await search({ $in: others }).limit(READ_TOGETHER + 1);
      const few =
        together.length <= READ_TOGETHER
          ? together.map((row) => placedBy(column, row)).toSorted(byScore)
          : (await Promise.all(others.map((stage) => best(stage, 0, last)))).flat().toSorted(byScore);
      const at = async (place: number): Promise<ApplicantId | null> => {
        const above = few.slice(0, place);
        const skipped = Math.max(0, place - above.length - 1);
        const order = [...above, ...(await best(first, skipped, above.length + 1))].toSorted(byScore);
        return order[place - skipped - 1]?.applicantId ?? null;
      };
      return Promise.all(places.map(at));
    },

    /** How many of a list, at one of these stages, have at least this score, counted no further than `atMost`. */
    countFromScore(
      list: StandingList,
      stages: readonly Stage[],
      { column, score }: { readonly column: MeasuredColumn; readonly score: number },
      atMost: number,
    ): Promise<number> {
      const filter = { ...list, stage: { $in: [...stages] }, [SCORE_PATHS[column]]: { $gte: score } };
      return standings.countDocuments(filter, { limit: atMost }).exec();
    },
  };
}

const placedBy = (
  column: MeasuredColumn,
  { applicantId, judgment, written }: Pick<Standing, 'applicantId' | 'judgment' | 'written'>,
): Placed => ({
  applicantId,
  score: (column === 'judgment' ? judgment.score.value : written.value) ?? 0,
});

/** As the indexes have it: ids among equals. */
const byScore = (left: Placed, right: Placed): number =>
  right.score - left.score || (left.applicantId < right.applicantId ? -1 : 1);

/** One row a requisition and kind, whatever the number of its intakes. */
function addUp(counts: readonly EvidenceCount[]): readonly EvidenceCount[] {
  const sums = new Map<string, EvidenceCount>();
  for (const one of counts) {
    const key = `${one.requisitionId} ${one.kind}`;
    sums.set(key, { ...one, count: one.count + (sums.get(key)?.count ?? 0) });
  }
  return [...sums.values()].filter(({ count }) => count > 0);
}

import type { MeasuredColumn } from '../core/scoring/score-column.ts';
import type { Standing } from '../core/scoring/standing.ts';
import type { Connection } from './connection.ts';
import type { StandingList } from './standing-store.ts';

/** What a preview counts from. */
export type ScannedStanding = Pick<Standing, 'written' | 'criteria'>;

/** Null where there is no score. */
export type CompleteScores = Readonly<Record<MeasuredColumn, number | null>>;

const SCORES = { _id: 0, 'written.value': 1, 'criteria.criterion': 1, 'criteria.score': 1 } as const;
const AT_ONCE = 5000;

/** Goes over all standings of an intake in portions, for figures about everybody. Made after the standings' own store. */
export function createStandingScanStore(connection: Connection) {
  const standings = connection.model('standings');

  return {
    /** In any order; the levels by prompt are empty, because they are most of a row and nothing is counted from them. */
    async *scan(list: StandingList): AsyncGenerator<ScannedStanding> {
      const rows = standings.collection.find({ ...list }, { projection: SCORES, batchSize: AT_ONCE });
      for await (const row of rows) {
        const { written, criteria } = row as unknown as ScannedStanding;
        yield { written, criteria: criteria.map(withoutPrompts) };
      }
    },

    /** Both scores of everybody whose attempt is complete and was handed in within these moments, in any order. */
    async *scanComplete(list: StandingList, from: Date, before: Date): AsyncGenerator<CompleteScores> {
      const filter = { ...list, 'evidence.kind': 'complete', finishedAt: { $gte: from, $lt: before } };
      const projection = { _id: 0, 'judgment.score.value': 1, 'written.value': 1 };
      const rows = standings.collection.find(filter, { projection, batchSize: AT_ONCE });
      for await (const row of rows) {
        const { judgment, written } = row as unknown as Pick<Standing, 'judgment' | 'written'>;
        yield { judgment: judgment.score.value, written: written.value };
      }
    },
  };
}

const withoutPrompts = (criterion: Standing['criteria'][number]) => ({ ...criterion, prompts: {} });

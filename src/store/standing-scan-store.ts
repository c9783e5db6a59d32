import type { Standing } from '../core/scoring/standing.ts';
import type { Connection } from './connection.ts';
import type { StandingList } from './standing-store.ts';

/** What a preview counts from: scores, and levels by prompt where they are asked for. */
export type ScannedStanding = Pick<Standing, 'written' | 'criteria'>;

const SCORES = { _id: 0, 'written.value': 1, 'criteria.criterion': 1, 'criteria.score': 1 } as const;
const AT_ONCE = 5000;

/** Goes over all standings of an intake in portions, for figures about everybody. Made after the standings' own store. */
export function createStandingScanStore(connection: Connection) {
  const standings = connection.model('standings');

  return {
    /** In any order; the levels by prompt are empty unless asked for, because they are most of a row. */
    async *scan(list: StandingList, withPrompts: boolean): AsyncGenerator<ScannedStanding> {
      const wanted = withPrompts ? { ...SCORES, 'criteria.prompts': 1 } : SCORES;
      const rows = standings.collection.find({ ...list }, { projection: wanted, batchSize: AT_ONCE });
      for await (const row of rows) {
        const { written, criteria } = row as unknown as ScannedStanding;
        yield withPrompts ? { written, criteria } : { written, criteria: criteria.map(withoutPrompts) };
      }
    },
  };
}

const withoutPrompts = (criterion: Standing['criteria'][number]) => ({ ...criterion, prompts: {} });

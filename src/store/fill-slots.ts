import type { Standing } from '../core/scoring/standing.ts';
import type { Connection } from './connection.ts';
import { slotsOf } from './standing-store.ts';

const AT_ONCE = 500;

/**
 * Rows of an earlier edition say the scores of their criteria only inside of them, where no order finds them. Reads all
 * rows once, so it is done where the indexes of those orders are new.
 */
export async function fillSlots(connection: Connection): Promise<void> {
  const standings = connection.model('standings');
  const without = { slots: { $exists: false } };
  for (;;) {
    const rows = await standings.find(without).limit(AT_ONCE).lean<(Standing & { _id: string })[]>();
    if (rows.length === 0) return;
    await standings.bulkWrite(
      rows.map(({ _id, ...row }) => {
        const { organisationId, requisitionId } = row;
        const filter = { _id, organisationId, requisitionId, ...without };
        return { updateOne: { filter, update: { $set: { slots: slotsOf(row) } } } };
      }) as never,
    );
  }
}

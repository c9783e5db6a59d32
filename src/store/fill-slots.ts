import type { Standing } from '../core/scoring/standing.ts';
import type { Connection } from './connection.ts';
import { slotsOf } from './standing-store.ts';

const AT_ONCE = 500;

/**
 * Rows of an earlier edition say the scores of their criteria only inside of them, where no order finds them. Reads all
 * rows once, in the order of their ids, so it is done before the indexes of those orders are built.
 */
export async function fillSlots(connection: Connection): Promise<void> {
  const standings = connection.model('standings');
  const without = { slots: { $exists: false } };
  for (let after = ''; ;) {
    const rows = await standings
      .find({ _id: { $gt: after }, ...without })
      .sort({ _id: 1 })
      .limit(AT_ONCE)
      .lean<(Standing & { _id: string })[]>();
    const last = rows.at(-1);
    if (last === undefined) return;
    after = last._id;
    await standings.bulkWrite(
      rows.map(({ _id, ...row }) => {
        const { organisationId, requisitionId } = row;
        const filter = { _id, organisationId, requisitionId, ...without };
        return { updateOne: { filter, update: { $set: { slots: slotsOf(row) } } } };
      }) as never,
    );
  }
}

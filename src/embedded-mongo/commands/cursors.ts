import type { Value } from '../bson/values.ts';
import { failWith } from '../command-error.ts';
import { reply, type Command } from './command-context.ts';
import { cursorReply } from './cursor-reply.ts';
import {
  arrayField,
  checkCollectionName,
  countField,
  collectionName,
  refuseType,
  sessionOf,
} from './read-fields.ts';

/** Only a long is a cursor id, no other number. */
const idOf = (value: Value): bigint =>
  typeof value === 'bigint' ? value : refuseType('cursor id', value, 'long');

export const getMore: Command = {
  fields: ['collection', 'batchSize'],
  run: async (context) => {
    const { body, database, store } = context;
    const id = idOf(body.get('getMore'));
    const namespace = `${database}.${checkCollectionName(body.get('collection'))}`;
    const cursor = store.cursors.find(id, Date.now());
    if (!cursor) return failWith('CursorNotFound', `cursor id ${id} not found`);
    if (cursor.namespace !== namespace)
      failWith('Unauthorized', `Requested getMore on namespace '${namespace}', but the cursor has another`);
    if (cursor.busy) failWith('CursorInUse', `cursor id ${id} is already in use`);
    checkSession(cursor.session, sessionOf(body));
    cursor.busy = true;
    try {
      const docs = await cursor.batches.next(
        countField(body, 'batchSize', Infinity) || Infinity,
        context.deadline,
      );
      const done = cursor.batches.done();
      if (done) store.cursors.remove(id);
      return cursorReply('nextBatch', docs, done ? 0n : id, namespace);
    } catch (error) {
      store.cursors.remove(id);
      throw error;
    } finally {
      cursor.busy = false;
    }
  },
};

/** A cursor is for the session that opened it. */
function checkSession(owner: string | null, asking: string | null): void {
  if (owner === asking) return;
  if (owner === null) failWith(50736, 'Cannot run getMore on a cursor that was not created in a session');
  if (asking === null) failWith(50737, 'Cannot run getMore without the session that created the cursor');
  failWith(50738, 'Cannot run getMore on a cursor that was created in another session');
}

export const killCursors: Command = {
  fields: ['cursors'],
  run: (context) => {
    collectionName(context);
    const ids = arrayField(context.body, 'cursors').map(idOf);
    const killed = ids.filter((id) => context.store.cursors.remove(id));
    const cursorsNotFound = ids.filter((id) => !killed.includes(id));
    return reply({ cursorsKilled: killed, cursorsNotFound, cursorsAlive: [], cursorsUnknown: [], ok: 1 });
  },
};

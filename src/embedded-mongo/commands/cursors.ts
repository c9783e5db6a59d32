import { isNumeric } from '../bson/numbers.ts';
import type { Value } from '../bson/values.ts';
import { failWith } from '../command-error.ts';
import { toDouble } from '../bson/numbers.ts';
import { reply, type Command } from './command-context.ts';
import { cursorReply } from './cursor-reply.ts';
import { arrayField, checkCollectionName, countField, collectionName } from './read-fields.ts';

const idOf = (value: Value): bigint => {
  if (typeof value === 'bigint') return value;
  return isNumeric(value)
    ? BigInt(Math.trunc(toDouble(value)))
    : failWith('TypeMismatch', 'a cursor id is a long');
};

export const getMore: Command = {
  fields: ['collection', 'batchSize'],
  run: async (context) => {
    const { body, database, store } = context;
    const id = idOf(body.get('getMore'));
    const namespace = `${database}.${checkCollectionName(body.get('collection'))}`;
    const cursor = store.cursors.find(id, Date.now());
    if (cursor?.namespace !== namespace || cursor.busy)
      return failWith('CursorNotFound', `cursor id ${id} not found`);
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

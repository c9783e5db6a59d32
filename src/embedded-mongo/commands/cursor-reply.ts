import type { Value } from '../bson/values.ts';
import { Int32, RawDocument } from '../bson/values.ts';
import { encodeDocument } from '../bson/encode-document.ts';
import type { Batches, Deadline } from '../query/cursor-table.ts';
import type { CommandContext, Reply } from './command-context.ts';
import { reply } from './command-context.ts';

const BATCH_BYTES = 16 * 1024 * 1024;

/** Turns pieces of any size into batches as the client counts them, each below 16 MB. */
export function batchesOf(pull: () => Promise<Value[] | null>, deadline: Deadline): Batches {
  let ready: RawDocument[] = [];
  let ended = false;
  return {
    done: () => ended && ready.length === 0,
    next: async (count, { at }) => {
      deadline.at = at;
      while (ready.length < count && !ended && sizeOf(ready) < BATCH_BYTES) {
        const piece = await pull();
        if (piece) ready.push(...piece.map(toRaw));
        else ended = true;
      }
      const batch = takeBatch(ready, count);
      ready = ready.slice(batch.length);
      if (ready.length === 0 && !ended) ended = await fill(pull, ready);
      return batch;
    },
  };
}

/** Looks ahead, so that the last batch says that it is the last. */
async function fill(pull: () => Promise<Value[] | null>, ready: RawDocument[]): Promise<boolean> {
  for (;;) {
    const piece = await pull();
    if (!piece) return true;
    if (piece.length > 0) {
      ready.push(...piece.map(toRaw));
      return false;
    }
  }
}

const toRaw = (value: Value): RawDocument =>
  value instanceof RawDocument
    ? value
    : new RawDocument(encodeDocument(value instanceof Map ? value : new Map()));

const sizeOf = (docs: readonly RawDocument[]): number =>
  docs.reduce((sum, { bytes }) => sum + bytes.length, 0);

function takeBatch(ready: readonly RawDocument[], count: number): RawDocument[] {
  const batch: RawDocument[] = [];
  let bytes = 0;
  for (const doc of ready) {
    bytes += doc.bytes.length;
    if (batch.length >= count || (batch.length > 0 && bytes > BATCH_BYTES)) break;
    batch.push(doc);
  }
  return batch;
}

export async function firstReply(
  context: CommandContext,
  namespace: string,
  batches: Batches,
  batchSize: number,
  single: boolean,
): Promise<Reply> {
  const docs = await batches.next(batchSize, context.deadline);
  const id = batches.done() || single ? 0n : context.store.cursors.add(namespace, batches, Date.now());
  return cursorReply('firstBatch', docs, id, namespace);
}

export function cursorReply(batchName: string, docs: Value[], id: bigint, namespace: string): Reply {
  return reply({
    cursor: new Map<string, Value>([
      [batchName, docs],
      ['id', id],
      ['ns', namespace],
    ]),
    ok: 1,
  });
}

/** A list that is known whole, such as the indexes of a collection. */
export function listReply(docs: Value[], namespace: string): Reply {
  return cursorReply('firstBatch', docs, 0n, namespace);
}

export const int = (value: number): Int32 => new Int32(value);

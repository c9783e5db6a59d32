import { RawDocument, type Doc, type Value } from '../bson/values.ts';
import { encodeDocument } from '../bson/encode-document.ts';
import type { Batches, Deadline } from '../query/cursor-table.ts';
import type { CommandContext, Reply } from './command-context.ts';
import { reply } from './command-context.ts';
import { countField, flagField, sessionOf } from './read-fields.ts';

const FIRST_BATCH = 101;
const BATCH_BYTES = 16 * 1024 * 1024;

type Piece = readonly (Doc | RawDocument)[];
type Pull = () => Promise<Piece | null>;

/** Turns pieces of any size into batches as the client counts them, each below 16 MB. */
export function batchesOf(pull: Pull, deadline: Deadline): Batches {
  const ready: RawDocument[] = [];
  const state = { bytes: 0, ended: false };
  const fetch = async () => {
    const piece = await pull();
    if (!piece) state.ended = true;
    for (const doc of (piece ?? []).map(toRaw)) {
      ready.push(doc);
      state.bytes += doc.bytes.length;
    }
  };
  return {
    done: () => state.ended && ready.length === 0,
    next: async (count, { at }) => {
      deadline.at = at;
      while (ready.length < count && !state.ended && state.bytes < BATCH_BYTES) await fetch();
      const batch = ready.splice(0, batchLength(ready, count));
      state.bytes -= batch.reduce((sum, { bytes }) => sum + bytes.length, 0);
      // Looks ahead, so that the last batch says that it is the last.
      while (ready.length === 0 && !state.ended) await fetch();
      return batch;
    },
  };
}

const toRaw = (value: Doc | RawDocument): RawDocument =>
  value instanceof RawDocument ? value : new RawDocument(encodeDocument(value));

function batchLength(ready: readonly RawDocument[], count: number): number {
  let bytes = 0;
  const end = ready.findIndex((doc, index) => {
    bytes += doc.bytes.length;
    return index >= count || (index > 0 && bytes > BATCH_BYTES);
  });
  return end < 0 ? ready.length : end;
}

/** `cursor` is what the client says about the batches. */
export async function firstReply(
  context: CommandContext,
  namespace: string,
  batches: Batches,
  cursor: Doc,
): Promise<Reply> {
  const docs = await batches.next(countField(cursor, 'batchSize', FIRST_BATCH), context.deadline);
  const { body, store } = context;
  const owner = { namespace, session: sessionOf(body), lasting: flagField(body, 'noCursorTimeout') };
  const id =
    batches.done() || flagField(cursor, 'singleBatch') ? 0n : store.cursors.add(owner, batches, Date.now());
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

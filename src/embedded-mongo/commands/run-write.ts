import { decodeDocument } from '../bson/decode-document.ts';
import { encodeDocument } from '../bson/encode-document.ts';
import { Binary, isDoc, type Doc, type Value } from '../bson/values.ts';
import { failWith } from '../command-error.ts';
import type { Store } from '../store.ts';
import type { CommandContext, Reply } from './command-context.ts';

/**
 * Does a write in one durable transaction. With a transaction number the reply is stored beside the data, so that a
 * retry after a broken connection, even after a crash, is answered and not done twice.
 */
export function runWrite({ body, store }: CommandContext, work: () => Reply): Promise<Reply> {
  const lsid = body.get('lsid');
  const session = isDoc(lsid) ? lsid.get('id') : undefined;
  const number = body.get('txnNumber');
  if (!(session instanceof Binary) || typeof number !== 'bigint') return store.queue.run(work);
  return store.queue.run(() => replyOnce(store, Buffer.from(session.bytes), number, work));
}

function replyOnce({ storage }: Store, session: Buffer, number: bigint, work: () => Reply): Reply {
  const stored = storage.replies.getBinary(session);
  const known = stored ? decodeDocument(stored) : null;
  const last = known?.get('number');
  if (typeof last === 'bigint' && last > number) {
    failWith(
      'TransactionTooOld',
      `Retryable write with txnNumber ${number} is prohibited because a newer one has started`,
    );
  }
  const knownReply = known?.get('reply');
  if (last === number && isDoc(knownReply)) return knownReply;
  const reply = work();
  const memory: Doc = new Map<string, Value>([
    ['number', number],
    ['at', new Date()],
    ['reply', reply],
  ]);
  storage.replies.putSync(session, encodeDocument(memory));
  return reply;
}

const KEPT_MS = 30 * 60 * 1000;
const KEPT_BYTES = 64 * 1024 * 1024;

/** Forgets replies that no driver will ask for any more: sessions end after 30 minutes. */
export function forgetOldReplies({ queue, storage }: Store, now: number): Promise<number> {
  return queue.run(() => {
    const rows = [...storage.replies.getRange({})].map(({ key, value }) => {
      const at = decodeDocument(value).get('at');
      return { key, size: value.length, at: at instanceof Date ? at.getTime() : 0 };
    });
    rows.sort((a, b) => b.at - a.at);
    let kept = 0;
    const old = rows.filter(({ at, size }) => {
      kept += size;
      return at < now - KEPT_MS || kept > KEPT_BYTES;
    });
    for (const { key } of old) storage.replies.removeSync(key);
    return old.length;
  });
}

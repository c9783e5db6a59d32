// Durable writes straight to the database library: what the disk and LMDB alone take for what the store writes.
import { randomBytes } from 'node:crypto';
import { join } from 'node:path';
import { open } from 'lmdb';

const DOCUMENT = 487;
const REPLY = 90;
/** About the length of the index keys of the measured documents: `_id` first, then the four others. */
const KEYS = [18, 34, 28, 32, 18];

/** As many rows as the store holds, so that the trees are as deep and the pages as far apart. */
export function openRawWriter(dataDir, rows) {
  const environment = open({
    path: join(dataDir, 'raw'),
    mapSize: 4 * 1024 ** 3,
    overlappingSync: false,
    encoding: 'binary',
    keyEncoding: 'binary',
  });
  const [alone, records, entries, replies] = ['alone', 'records', 'entries', 'replies'].map((name) =>
    environment.openDB({ name, encoding: 'binary', keyEncoding: 'binary' }),
  );
  const session = randomBytes(16);
  let last = 0;
  const putDocument = () => {
    last += 1;
    records.putSync(numbered(last), randomBytes(DOCUMENT));
    KEYS.forEach((length, index) => {
      const key = index === 0 ? numbered(last) : randomBytes(length);
      entries.putSync(Buffer.concat([Buffer.of(index), key]), Buffer.of(1));
    });
  };
  for (let at = 0; at < rows; at += 2000)
    environment.transactionSync(() => {
      for (let n = 0; n < 2000; n += 1) putDocument();
    });
  return {
    /** One value of the size of a document. */
    writeOne: () => environment.transactionSync(() => alone.putSync(numbered((last += 1)), randomBytes(500))),
    /** All that one insert writes: the document, an entry in each of five indexes, the reply kept for a retry. */
    writeSamePayload: () =>
      environment.transactionSync(() => {
        putDocument();
        replies.putSync(session, randomBytes(REPLY));
      }),
    close: () => environment.close(),
  };
}

function numbered(number) {
  const key = Buffer.alloc(10);
  key.writeUIntBE(number, 4, 6);
  return key;
}

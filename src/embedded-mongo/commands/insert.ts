import { wholeNumber } from '../bson/arithmetic.ts';
import { decodeDocument } from '../bson/decode-document.ts';
import { isDoc, RawDocument, type Value } from '../bson/values.ts';
import { failWith } from '../command-error.ts';
import type { CollectionInfo } from '../storage/catalog-entry.ts';
import type { Store } from '../store.ts';
import type { Command } from './command-context.ts';
import { ensureCollection } from './ensure-collection.ts';
import { checkId, checkSize, encodeChecked, MAX_DEPTH, withId } from './prepare-document.ts';
import { arrayField, checkBatch, collectionName } from './read-fields.ts';
import { runWrite } from './run-write.ts';
import { runStatements, writeReply } from './write-statements.ts';

export const insert: Command = {
  fields: ['documents', 'ordered', 'bypassDocumentValidation'],
  run: (context) => {
    const { body, store } = context;
    const name = collectionName(context);
    const documents = arrayField(body, 'documents');
    checkBatch(documents);
    return runWrite(context, () => {
      const collection = ensureCollection(context, name);
      let n = 0;
      const errors = runStatements(documents, body.get('ordered') !== false, (document) => {
        insertOne(store, collection, document);
        n += 1;
      });
      return writeReply({ n: wholeNumber(n) }, errors);
    });
  },
};

/** Keeps the bytes as they were sent wherever nothing has to be added. */
function insertOne(store: Store, collection: CollectionInfo, document: Value): void {
  const raw = document instanceof RawDocument ? document.bytes : null;
  const given = raw ? decodeDocument(checkSize(raw), MAX_DEPTH) : document;
  if (!isDoc(given)) return failWith('TypeMismatch', 'documents has to hold documents');
  const doc = withId(given);
  checkId(doc);
  store.records.insert(collection, doc, raw && doc === given ? raw : encodeChecked(doc));
}

import { encodeDocument } from '../bson/encode-document.ts';
import { decodeDocument } from '../bson/decode-document.ts';
import type { Doc, Value } from '../bson/values.ts';
import type { Filter } from '../filter/filter-node.ts';
import { findDocuments, type Query } from '../query/find-documents.ts';
import type { FoundDocument } from '../query/found-document.ts';
import type { Deadline } from '../query/cursor-table.ts';
import type { CollectionInfo } from '../storage/catalog-entry.ts';
import type { Store } from '../store.ts';
import { applyUpdate } from '../update/apply-update.ts';
import { buildUpsert } from '../update/build-upsert.ts';
import { touchedFields } from '../update/touched-fields.ts';
import type { UpdatePlan } from '../update/update-plan.ts';
import { checkId, encodeChecked, withId } from './prepare-document.ts';

/** Everything that a query finds, at once: writes collect first, so that they never meet their own changes. */
export function collectMatches(store: Store, query: Query, deadline: Deadline): FoundDocument[] {
  return [...findDocuments(store.storage, query, deadline)].flat();
}

export type Changed = { readonly before: Doc; readonly after: Doc; readonly modified: boolean };

export function changeDocument(
  store: Store,
  collection: CollectionInfo,
  found: FoundDocument,
  update: UpdatePlan,
): Changed {
  const after = applyUpdate(update, decodeDocument(found.bytes), found.position, {
    now: new Date(),
    inserting: false,
  });
  const bytes = encodeChecked(after);
  const modified = !bytes.equals(found.bytes);
  if (modified) {
    const change = { before: found.doc, after, bytes, touched: touchedFields(update) };
    store.records.replace(collection, found.record, change);
  }
  return { before: found.doc, after, modified };
}

export function upsertDocument(
  store: Store,
  collection: CollectionInfo,
  filter: Filter,
  update: UpdatePlan,
): { id: Value; doc: Doc } {
  const start = update.kind === 'replace' ? idOnly(buildUpsert(filter)) : buildUpsert(filter);
  // A copy, because the filter's own values must not change with the document.
  const copy = decodeDocument(encodeDocument(start));
  const doc = withId(applyUpdate(update, copy, null, { now: new Date(), inserting: true }));
  checkId(doc);
  store.records.insert(collection, doc, encodeChecked(doc));
  return { id: doc.get('_id'), doc };
}

const idOnly = (doc: Doc): Doc => new Map(doc.has('_id') ? [['_id', doc.get('_id')]] : []);

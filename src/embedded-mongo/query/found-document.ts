import { decodeDocument } from '../bson/decode-document.ts';
import { decodeFields } from '../bson/decode-fields.ts';
import type { Doc } from '../bson/values.ts';
import type { Filter } from '../filter/filter-node.ts';
import { matchFilter, type Match } from '../filter/match-filter.ts';
import type { StoredRecord } from '../storage/records.ts';

/** A stored document that matched a filter. It is decoded whole only where somebody asks for it whole. */
export class FoundDocument {
  readonly record: number;
  readonly bytes: Buffer;
  /** The element of an array that the filter matched; an update's positional `$` reads it. */
  readonly position: number | null;
  #doc: Doc | null = null;

  constructor({ record, bytes }: StoredRecord, position: number | null) {
    this.record = record;
    this.bytes = bytes;
    this.position = position;
  }

  get doc(): Doc {
    this.#doc ??= decodeDocument(this.bytes);
    return this.#doc;
  }
}

/** Null where the filter does not match. `fields` are those that it looks at; null means that it may look at all. */
export function matchRecord(
  stored: StoredRecord,
  filter: Filter,
  fields: readonly string[] | null,
): FoundDocument | null {
  const match: Match = { position: null };
  const doc = fields === null ? decodeDocument(stored.bytes) : decodeFields(stored.bytes, fields);
  return matchFilter(filter, doc, match) ? new FoundDocument(stored, match.position) : null;
}

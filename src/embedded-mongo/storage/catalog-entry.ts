import { decodeDocument } from '../bson/decode-document.ts';
import { encodeDocument } from '../bson/encode-document.ts';
import { isNumeric, toDouble } from '../bson/numbers.ts';
import { splitPath } from '../bson/paths.ts';
import { emptyDoc, Int32, isDoc, type Doc, type Value } from '../bson/values.ts';
import type { Filter } from '../filter/filter-node.ts';
import { parseFilter } from '../filter/parse-filter.ts';

type IndexField = {
  readonly name: string;
  readonly path: readonly string[];
  readonly direction: 1 | -1;
};

export type IndexInfo = {
  readonly name: string;
  readonly number: number;
  /** The specification as it was given; `listIndexes` shows it. */
  readonly spec: Doc;
  readonly fields: readonly IndexField[];
  readonly unique: boolean;
  readonly sparse: boolean;
  readonly partial: Filter | null;
  readonly expireAfterSeconds: number | null;
  /** Which fields have met an array: their bounds and their order mean less. */
  readonly multikey: boolean[];
  /** Some values were shortened in the key, so the order of equal keys is open. */
  lossy: boolean;
};

export type CollectionInfo = {
  readonly database: string;
  readonly name: string;
  readonly number: number;
  readonly indexes: IndexInfo[];
};

export const namespaceOf = (collection: CollectionInfo): string =>
  `${collection.database}.${collection.name}`;

export function indexFromSpec(
  spec: Doc,
  number: number,
  multikey: readonly boolean[],
  lossy: boolean,
): IndexInfo {
  const key = spec.get('key');
  const partial = spec.get('partialFilterExpression');
  const expiry = spec.get('expireAfterSeconds');
  const fields = isDoc(key) ? [...key].map(fieldOf) : [];
  return {
    name: textOf(spec.get('name')),
    number,
    spec,
    fields,
    unique: spec.get('unique') === true || spec.get('name') === '_id_',
    sparse: spec.get('sparse') === true,
    partial: isDoc(partial) ? parseFilter(partial) : null,
    expireAfterSeconds: isNumeric(expiry) ? toDouble(expiry) : null,
    multikey: fields.map((_field, index) => multikey[index] ?? false),
    lossy,
  };
}

function fieldOf([name, value]: [string, Value]): IndexField {
  return { name, path: splitPath(name), direction: isNumeric(value) && toDouble(value) < 0 ? -1 : 1 };
}

export function encodeCollection(collection: CollectionInfo): Buffer {
  const indexes = collection.indexes.map(
    (index): Doc =>
      new Map<string, Value>([
        ['number', new Int32(index.number)],
        ['spec', index.spec],
        ['multikey', index.multikey],
        ['lossy', index.lossy],
      ]),
  );
  return encodeDocument(
    new Map<string, Value>([
      ['database', collection.database],
      ['name', collection.name],
      ['number', new Int32(collection.number)],
      ['indexes', indexes],
    ]),
  );
}

export function decodeCollection(bytes: Buffer): CollectionInfo {
  const doc = decodeDocument(bytes);
  const indexes = doc.get('indexes');
  return {
    database: textOf(doc.get('database')),
    name: textOf(doc.get('name')),
    number: wholeOf(doc.get('number')),
    indexes: Array.isArray(indexes) ? indexes.filter(isDoc).map(decodeIndex) : [],
  };
}

function decodeIndex(doc: Doc): IndexInfo {
  const spec = doc.get('spec');
  const multikey = doc.get('multikey');
  return indexFromSpec(
    isDoc(spec) ? spec : emptyDoc(),
    wholeOf(doc.get('number')),
    Array.isArray(multikey) ? multikey.map((one) => one === true) : [],
    doc.get('lossy') === true,
  );
}

const textOf = (value: Value): string => (typeof value === 'string' ? value : '');
const wholeOf = (value: Value): number => (isNumeric(value) ? toDouble(value) : 0);

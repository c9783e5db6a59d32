import { mongo, type Schema } from 'mongoose';
import type { Connection } from '../../../src/store/connection.ts';
import { matches, valueAt, type Doc } from './any-sequence-filter.ts';
import { changed, withoutUndefined } from './any-sequence-update.ts';

/**
 * A connection whose documents stay in this process, for thousands of sequences: the stores are the real ones, with
 * their filters, unique keys and conditional updates. What it does not know it refuses, and some sequences walk the real
 * store as well.
 */
export function memoryConnection(): Connection {
  const kept = new Map<string, Collection>();
  const collection = (name: string) => {
    const known = kept.get(name) ?? new Collection();
    kept.set(name, known);
    return known;
  };
  const model = (name: string, schema?: Schema) =>
    schema === undefined ? collection(name) : collection(name).under(schema);
  return { model, models: {}, collection } as unknown as Connection;
}

class Collection {
  #documents = new Map<unknown, Doc>();
  #unique: string[][] = [];
  #defaults: [string, unknown][] = [];

  under(schema: Schema): this {
    this.#unique = schema
      .indexes()
      .flatMap(([keys, options]) =>
        options.unique && !options.partialFilterExpression ? [Object.keys(keys)] : [],
      );
    this.#defaults = Object.entries(schema.paths).flatMap(
      ([path, { instance, options }]): [string, unknown][] => {
        if ('default' in options) return options.default === undefined ? [] : [[path, options.default]];
        return instance === 'Array' ? [[path, []]] : [];
      },
    );
    return this;
  }

  #put(document: Doc): void {
    for (const [id, other] of this.#documents) {
      const taken =
        id === document['_id'] ||
        this.#unique.some((keys) => keys.every((key) => other[key] === document[key]));
      if (taken) throw Object.assign(new Error(`taken: ${String(id)}`), { code: 11_000 });
    }
    this.#documents.set(document['_id'], Object.freeze(document));
  }

  #matching(filter: Doc): Doc[] {
    return [...this.#documents.values()].filter((document) => matches(document, filter));
  }

  create = (document: Doc) => this.insertOne(document);

  insertOne(document: Doc): Promise<void> {
    this.#put(withoutUndefined({ ...Object.fromEntries(this.#defaults), ...document }));
    return Promise.resolve();
  }

  updateOne(filter: Doc, update: Doc, { upsert = false } = {}) {
    const [found] = this.#matching(filter);
    if (found !== undefined) this.#documents.set(found['_id'], Object.freeze(changed(found, update)));
    const isNew = found === undefined && upsert;
    if (isNew) {
      const named = Object.entries(filter).filter(([, value]) => typeof value !== 'object');
      this.#put(changed({ ...Object.fromEntries(this.#defaults), ...Object.fromEntries(named) }, update));
    }
    const counts = { matchedCount: found === undefined ? 0 : 1, upsertedCount: isNew ? 1 : 0 };
    return Promise.resolve({ acknowledged: true, ...counts });
  }

  deleteMany(filter: Doc): Promise<void> {
    for (const { _id } of this.#matching(filter)) this.#documents.delete(_id);
    return Promise.resolve();
  }

  find(filter: Doc, projection: Doc | null = {}, { raw = false } = {}) {
    const give = (document: Doc) => projected(document, projection ?? {});
    return queryOf(
      () => this.#matching(filter),
      (found) => found.map((document) => (raw ? mongo.BSON.serialize(document) : give(document))),
    );
  }

  findOne(filter: Doc, projection: Doc = {}) {
    return queryOf(
      () => this.#matching(filter),
      ([first]) => (first === undefined ? null : projected(first, projection)),
    );
  }
}

/** What is found, once it is put in order and cut. */
function queryOf<Given>(read: () => Doc[], give: (found: Doc[]) => Given) {
  const lean = () => Promise.resolve(give(read()));
  return {
    lean,
    toArray: lean,
    sort: (order: Doc) => queryOf(() => read().sort((left, right) => compare(left, right, order)), give),
    limit: (most: number) => queryOf(() => read().slice(0, most), give),
  };
}

function compare(left: Doc, right: Doc, order: Doc): number {
  for (const [path, way] of Object.entries(order)) {
    const [one, other] = [valueAt(left, path), valueAt(right, path)] as [string, string];
    if (one < other) return -Number(way);
    if (one > other) return Number(way);
  }
  return 0;
}

function projected(document: Doc, projection: Doc): Doc {
  const names = Object.keys(projection);
  if (names.length === 0) return { ...document };
  const leavesOut = projection[names[0] ?? ''] === 0;
  const wanted = (name: string) =>
    leavesOut ? !names.includes(name) : name === '_id' || names.includes(name);
  return Object.fromEntries(Object.entries(document).filter(([name]) => wanted(name)));
}

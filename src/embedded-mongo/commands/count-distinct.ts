import { compareValues } from '../bson/compare-values.ts';
import { isNumeric, toDouble } from '../bson/numbers.ts';
import { someAtPath, splitPath } from '../bson/paths.ts';
import { MISSING, type Doc, type Value } from '../bson/values.ts';
import { wholeNumber } from '../bson/arithmetic.ts';
import { failWith } from '../command-error.ts';
import { countByIndex } from '../query/count-by-index.ts';
import type { Query } from '../query/find-documents.ts';
import { encodeKeyPart } from '../storage/encode-key.ts';
import { reply, type Command } from './command-context.ts';
import { pullFrom } from './find.ts';
import { readQuery } from './read-query.ts';
import { collectionName, docField, refuseOptions, refuseType } from './read-fields.ts';

const withFilter = (body: Doc): Doc => new Map([...body, ['filter', docField(body, 'query')]]);

/** Below zero the limit of a count means the same as above. */
function withLimit(body: Doc): Doc {
  const limit = body.get('limit');
  return isNumeric(limit) ? new Map([...body, ['limit', Math.abs(toDouble(limit))]]) : body;
}

const within = (n: number, { skip, limit }: Query): number =>
  Math.min(Math.max(0, n - skip), limit === 0 ? Infinity : limit);

export const count: Command = {
  fields: ['query', 'limit', 'skip', 'hint', 'collation', 'fields'],
  run: async (context) => {
    const { body, database, store } = context;
    refuseOptions(body, ['collation']);
    const collection = store.catalog.find(`${database}.${collectionName(context)}`);
    const query = readQuery(withFilter(withLimit(body)), collection);
    if (!collection || !query) return reply({ n: wholeNumber(0), ok: 1 });
    if (docField(body, 'query').size === 0 && query.skip === 0 && query.limit === 0) {
      return reply({ n: wholeNumber(store.records.count(collection)), ok: 1 });
    }
    const listed = countByIndex(store.storage, query);
    if (listed !== null) return reply({ n: wholeNumber(within(listed, query)), ok: 1 });
    const pull = pullFrom(store.storage, query, context, () => null);
    let n = 0;
    for (let piece = await pull(); piece; piece = await pull()) n += piece.length;
    return reply({ n: wholeNumber(n), ok: 1 });
  },
};

export const distinct: Command = {
  fields: ['key', 'query', 'collation', 'hint'],
  run: async (context) => {
    const { body, database, store } = context;
    refuseOptions(body, ['collation']);
    const key = body.get('key');
    if (key === undefined)
      failWith('IDLFailedToParse', "BSON field 'distinct.key' is missing but a required field");
    if (typeof key !== 'string') return refuseType('distinct.key', key, 'string');
    const query = readQuery(withFilter(body), store.catalog.find(`${database}.${collectionName(context)}`));
    if (!query) return reply({ values: [], ok: 1 });
    const values = new DistinctValues();
    const path = splitPath(key);
    const pull = pullFrom(store.storage, query, context, ({ doc }) => {
      values.addAll(doc, path);
    });
    while (await pull()) continue;
    return reply({ values: values.sorted(), ok: 1 });
  },
};

/** Values by their index key; those that share a key are compared. */
class DistinctValues {
  readonly #byKey = new Map<string, Value[]>();

  addAll(doc: Doc, path: readonly string[]): void {
    someAtPath(doc, path, (found) => {
      if (Array.isArray(found)) for (const item of found) this.#add(item);
      else if (found !== MISSING) this.#add(found);
      return false;
    });
  }

  sorted(): Value[] {
    return [...this.#byKey.values()].flat().sort(compareValues);
  }

  #add(value: Value): void {
    const key = encodeKeyPart(value).toString('latin1');
    const same = this.#byKey.get(key);
    if (!same) this.#byKey.set(key, [value]);
    else if (!same.some((one) => compareValues(one, value) === 0)) same.push(value);
  }
}

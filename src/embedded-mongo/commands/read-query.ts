import { NOTHING_GIVEN, type Given } from '../aggregate/expression.ts';
import { isDoc, type Doc, type Value } from '../bson/values.ts';
import { failWith } from '../command-error.ts';
import { parseFilter } from '../filter/parse-filter.ts';
import type { Query } from '../query/find-documents.ts';
import { planQuery } from '../query/plan-query.ts';
import { parseSort } from '../query/sort-documents.ts';
import type { CollectionInfo } from '../storage/catalog-entry.ts';
import { countField, docField } from './read-fields.ts';

/** What is looked for, before it is known where. */
type Search = Pick<Query, 'filter' | 'sort' | 'skip' | 'limit'> & { readonly hint: Value };

export function readSearch(fields: Doc, given: Given = NOTHING_GIVEN): Search {
  const hint = fields.get('hint');
  if (hint !== undefined && typeof hint !== 'string' && !isDoc(hint))
    failWith('FailedToParse', 'Hint must be a string or an object');
  return {
    filter: parseFilter(docField(fields, 'filter'), given),
    sort: parseSort(docField(fields, 'sort')),
    skip: countField(fields, 'skip', 0),
    limit: countField(fields, 'limit', 0),
    hint,
  };
}

export function planSearch(collection: CollectionInfo, { hint, ...search }: Search): Query {
  return { collection, ...search, plan: planQuery(collection, search.filter, search.sort, hint) };
}

/** Reads and checks the query even where there is no collection; then it is null. */
export function readQuery(fields: Doc, collection: CollectionInfo | null, given?: Given): Query | null {
  const search = readSearch(fields, given);
  return collection && planSearch(collection, search);
}

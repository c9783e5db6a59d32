import { RawDocument, type Doc } from '../bson/values.ts';
import { applyProjection } from '../project/apply-projection.ts';
import { parseProjection, type Projection } from '../project/parse-projection.ts';
import { projectBytes, selectionOf } from '../project/project-bytes.ts';
import type { Batches } from '../query/cursor-table.ts';
import { findDocuments, Turns, type Query } from '../query/find-documents.ts';
import type { FoundDocument } from '../query/found-document.ts';
import type { Storage } from '../storage/open-storage.ts';
import type { Command, CommandContext } from './command-context.ts';
import { batchesOf, firstReply } from './cursor-reply.ts';
import { collectionName, docField, refuseOptions } from './read-fields.ts';
import { readQuery } from './read-query.ts';
import { readVariables } from './read-variables.ts';

const QUERY_FIELDS = ['filter', 'sort', 'skip', 'limit', 'hint', 'collation', 'let'];
const FIELDS = [
  ...QUERY_FIELDS,
  'projection',
  'batchSize',
  'singleBatch',
  'noCursorTimeout',
  'allowDiskUse',
  'tailable',
  'awaitData',
  'oplogReplay',
  'allowPartialResults',
  'max',
  'min',
  'returnKey',
  'showRecordId',
];

export const find: Command = {
  fields: FIELDS,
  run: async (context) => {
    const { body, database, store } = context;
    refuseOptions(body, ['collation', 'tailable', 'awaitData', 'max', 'min', 'returnKey', 'showRecordId']);
    const namespace = `${database}.${collectionName(context)}`;
    const collection = store.catalog.find(namespace);
    const given = readVariables(body);
    const query = readQuery(body, collection, given);
    const projection = parseProjection(docField(body, 'projection'), 'find', given);
    const batches = query
      ? streamQuery(context, query, projection)
      : batchesOf(() => Promise.resolve(null), context.deadline);
    return firstReply(context, namespace, batches, body);
  },
};

function streamQuery(context: CommandContext, query: Query, projection: Projection): Batches {
  const pull = pullFrom(context.store.storage, query, context, shapeOf(projection));
  return batchesOf(pull, context.deadline);
}

function shapeOf(projection: Projection): (found: FoundDocument) => Doc | RawDocument {
  const selection = selectionOf(projection);
  if (selection === null) return (found) => applyProjection(projection, found.doc, found.position);
  const untouched = selection.fields.length === 0 && !selection.includes;
  return ({ bytes }) => new RawDocument(untouched ? bytes : projectBytes(bytes, selection));
}

/** Pieces of the result, with a pause whenever other commands should have their turn. */
export function pullFrom<T>(
  storage: Storage,
  query: Query,
  { deadline }: Pick<CommandContext, 'deadline'>,
  shape: (found: FoundDocument) => T,
): () => Promise<T[] | null> {
  const pieces = findDocuments(storage, query, deadline);
  const turns = new Turns();
  return async () => {
    await turns.pause();
    const next = pieces.next();
    return next.done === true ? null : next.value.map(shape);
  };
}

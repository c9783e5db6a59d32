import { wholeNumber } from '../bson/arithmetic.ts';
import type { Doc, Value } from '../bson/values.ts';
import { failWith } from '../command-error.ts';
import { applyProjection } from '../project/apply-projection.ts';
import { parseProjection } from '../project/parse-projection.ts';
import { parseUpdate } from '../update/parse-update.ts';
import { reply, type Command, type CommandContext, type Reply } from './command-context.ts';
import { ensureCollection } from './ensure-collection.ts';
import { collectionName, docField, flagField, refuseOptions } from './read-fields.ts';
import { planSearch, readSearch } from './read-query.ts';
import { readVariables } from './read-variables.ts';
import { runWrite } from './run-write.ts';
import { changeDocument, collectMatches, upsertDocument } from './update-documents.ts';

export const findAndModify: Command = {
  fields: [
    'query',
    'sort',
    'remove',
    'update',
    'new',
    'fields',
    'upsert',
    'bypassDocumentValidation',
    'collation',
    'arrayFilters',
    'hint',
    'let',
  ],
  run: (context) => {
    const { body } = context;
    const name = collectionName(context);
    refuseOptions(body, ['collation']);
    const remove = flagField(body, 'remove');
    if (remove === body.has('update'))
      failWith('FailedToParse', "Either an update or 'remove: true' must be specified");
    if (remove && (flagField(body, 'new') || flagField(body, 'upsert'))) {
      failWith('FailedToParse', "Cannot specify 'new' or 'upsert' together with remove=true");
    }
    return runWrite(context, () => modifyFirst(context, name, remove));
  },
};

function modifyFirst(context: CommandContext, name: string, remove: boolean): Reply {
  const { body, store, database, deadline } = context;
  const given = readVariables(body);
  const search = readSearch(new Map([...body, ['filter', body.get('query')], ['limit', 1]]), given);
  const update = remove ? null : parseUpdate(body.get('update'), body.get('arrayFilters'));
  const upsert = flagField(body, 'upsert');
  const collection = upsert ? ensureCollection(context, name) : store.catalog.find(`${database}.${name}`);
  if (!collection) return outcome(update !== null, null, 0);
  const [found] = collectMatches(store, planSearch(collection, search), deadline);
  const project = (doc: Doc): Value =>
    applyProjection(parseProjection(docField(body, 'fields'), 'find', given), doc, found?.position ?? null);
  if (found && !update) {
    store.records.remove(collection, found.record, found.doc);
    return outcome(false, project(found.doc), 1);
  }
  if (found && update) {
    const { before, after } = changeDocument(store, collection, found, update);
    return outcome(true, project(flagField(body, 'new') ? after : before), 1);
  }
  if (!update || !upsert) return outcome(update !== null, null, 0);
  const { id, doc } = upsertDocument(store, collection, search.filter, update);
  return outcome(true, flagField(body, 'new') ? project(doc) : null, 1, id);
}

function outcome(updating: boolean, value: Value, n: number, upserted?: Value): Reply {
  const last = new Map<string, Value>([['n', wholeNumber(n)]]);
  if (updating) last.set('updatedExisting', n === 1 && upserted === undefined);
  if (upserted !== undefined) last.set('upserted', upserted);
  return reply({ lastErrorObject: last, value, ok: 1 });
}

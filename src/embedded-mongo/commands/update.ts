import { wholeNumber } from '../bson/arithmetic.ts';
import type { Given } from '../aggregate/expression.ts';
import type { Doc, Value } from '../bson/values.ts';
import { failWith } from '../command-error.ts';
import { parseUpdate } from '../update/parse-update.ts';
import type { Command, CommandContext } from './command-context.ts';
import { ensureCollection } from './ensure-collection.ts';
import {
  checkBatch,
  collectionName,
  docsField,
  flagField,
  refuseOptions,
  refuseUnknown,
} from './read-fields.ts';
import { planSearch, readSearch } from './read-query.ts';
import { readVariables } from './read-variables.ts';
import { runWrite } from './run-write.ts';
import { changeDocument, collectMatches, upsertDocument } from './update-documents.ts';
import { runStatements, writeReply } from './write-statements.ts';

const STATEMENT = ['q', 'u', 'c', 'upsert', 'multi', 'arrayFilters', 'hint', 'collation', 'sort'];

type Totals = { n: number; nModified: number; readonly upserted: Value[] };

export const update: Command = {
  fields: ['updates', 'ordered', 'bypassDocumentValidation', 'let'],
  run: (context) => {
    const { body } = context;
    const name = collectionName(context);
    const statements = docsField(body, 'updates');
    checkBatch(statements);
    for (const statement of statements) checkStatement(statement);
    const given = readVariables(body);
    return runWrite(context, () => {
      const totals: Totals = { n: 0, nModified: 0, upserted: [] };
      const errors = runStatements(statements, body.get('ordered') !== false, (statement, index) => {
        const upserted = runUpdate(context, name, statement, given, totals);
        if (upserted !== null) totals.upserted.push(new Map([['index', wholeNumber(index)], ...upserted]));
      });
      const upserted = totals.upserted.length > 0 ? { upserted: totals.upserted } : {};
      return writeReply(
        { n: wholeNumber(totals.n), nModified: wholeNumber(totals.nModified), ...upserted },
        errors,
      );
    });
  },
};

function checkStatement(statement: Doc): void {
  refuseUnknown(statement, STATEMENT, 'update.updates');
  refuseOptions(statement, ['collation']);
  if (statement.has('c') && !Array.isArray(statement.get('u')))
    failWith(51198, 'Constant values may only be specified for pipeline updates');
  if (!statement.has('q') || !statement.has('u'))
    failWith('IDLFailedToParse', 'an update needs the fields q and u');
}

/** Adds what was done to the totals, and returns the `_id` of a new document. */
function runUpdate(
  context: CommandContext,
  name: string,
  statement: Doc,
  given: Given,
  totals: Totals,
): Doc | null {
  const { store, database, deadline } = context;
  const multi = flagField(statement, 'multi');
  const plan = parseUpdate(statement.get('u'), statement.get('arrayFilters'));
  if (multi && plan.kind === 'replace')
    failWith('FailedToParse', 'multi update is not supported for replacement-style update');
  if (multi && statement.has('sort')) failWith('FailedToParse', 'Cannot specify sort with multi=true');
  const limit = multi ? 0 : 1;
  const search = readSearch(new Map([...statement, ['filter', statement.get('q')], ['limit', limit]]), given);
  const upsert = flagField(statement, 'upsert');
  const collection = upsert ? ensureCollection(context, name) : store.catalog.find(`${database}.${name}`);
  if (!collection) return null;
  const found = collectMatches(store, planSearch(collection, search), deadline);
  for (const one of found) {
    const { modified } = changeDocument(store, collection, one, plan);
    totals.n += 1;
    totals.nModified += Number(modified);
  }
  if (found.length > 0 || !upsert) return null;
  const { id } = upsertDocument(store, collection, search.filter, plan);
  totals.n += 1;
  return new Map([['_id', id]]);
}

import { wholeNumber } from '../bson/arithmetic.ts';
import type { Doc } from '../bson/values.ts';
import type { Given } from '../aggregate/expression.ts';
import { failWith } from '../command-error.ts';
import type { Command, CommandContext } from './command-context.ts';
import {
  checkBatch,
  collectionName,
  countField,
  docsField,
  refuseOptions,
  refuseUnknown,
} from './read-fields.ts';
import { readQuery } from './read-query.ts';
import { readVariables } from './read-variables.ts';
import { runWrite } from './run-write.ts';
import { collectMatches } from './update-documents.ts';
import { runStatements, writeReply } from './write-statements.ts';

export const deleteCommand: Command = {
  fields: ['deletes', 'ordered', 'let'],
  run: (context) => {
    const { body } = context;
    const name = collectionName(context);
    const statements = docsField(body, 'deletes');
    checkBatch(statements);
    for (const statement of statements) {
      refuseUnknown(statement, ['q', 'limit', 'hint', 'collation'], 'delete.deletes');
      refuseOptions(statement, ['collation']);
      const missing = ['q', 'limit'].find((field) => !statement.has(field));
      if (missing !== undefined)
        failWith(
          'IDLFailedToParse',
          `BSON field 'delete.deletes.${missing}' is missing but a required field`,
        );
      if (countField(statement, 'limit', 0) > 1)
        failWith('FailedToParse', 'The limit field in delete objects must be 0 or 1');
    }
    const given = readVariables(body);
    return runWrite(context, () => {
      let n = 0;
      const errors = runStatements(statements, body.get('ordered') !== false, (statement) => {
        n += runDelete(context, name, statement, given);
      });
      return writeReply({ n: wholeNumber(n) }, errors);
    });
  },
};

function runDelete(
  { store, database, deadline }: CommandContext,
  name: string,
  statement: Doc,
  given: Given,
): number {
  const asked: Doc = new Map([...statement, ['filter', statement.get('q')]]);
  const query = readQuery(asked, store.catalog.find(`${database}.${name}`), given);
  if (!query) return 0;
  const found = collectMatches(store, query, deadline);
  for (const { record, doc } of found) store.records.remove(query.collection, record, doc);
  return found.length;
}

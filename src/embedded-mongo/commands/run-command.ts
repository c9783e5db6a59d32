import { isNumeric, toDouble } from '../bson/numbers.ts';
import { Int32, isDoc, type Doc } from '../bson/values.ts';
import { CommandError, failWith, refuse } from '../command-error.ts';
import type { Store } from '../store.ts';
import { aggregate } from './aggregate.ts';
import { create, drop, dropDatabase, listCollections } from './collections.ts';
import { reply, type Command, type Reply } from './command-context.ts';
import { count, distinct } from './count-distinct.ts';
import { getMore, killCursors } from './cursors.ts';
import { deleteCommand } from './delete.ts';
import { explain } from './explain.ts';
import { find } from './find.ts';
import { findAndModify } from './find-and-modify.ts';
import { createIndexes, dropIndexes, listIndexes } from './indexes.ts';
import { insert } from './insert.ts';
import { checkDatabaseName, countField, flagField } from './read-fields.ts';
import { collStats, dbStats, listDatabases } from './statistics.ts';
import { update } from './update.ts';

const COMMANDS: ReadonlyMap<string, Command> = new Map([
  ['aggregate', aggregate],
  ['collStats', collStats],
  ['count', count],
  ['create', create],
  ['createIndexes', createIndexes],
  ['dbStats', dbStats],
  ['delete', deleteCommand],
  ['distinct', distinct],
  ['drop', drop],
  ['dropDatabase', dropDatabase],
  ['dropIndexes', dropIndexes],
  ['explain', explain],
  ['find', find],
  ['findAndModify', findAndModify],
  ['findandmodify', findAndModify],
  ['getMore', getMore],
  ['insert', insert],
  ['killCursors', killCursors],
  ['listCollections', listCollections],
  ['listDatabases', listDatabases],
  ['listIndexes', listIndexes],
  ['update', update],
]);

/** Understood with every command. Reads are local and writes are durable, whatever concern is asked for. */
const GENERIC = new Set([
  '$db',
  'lsid',
  'txnNumber',
  '$clusterTime',
  '$readPreference',
  'readConcern',
  'writeConcern',
  'comment',
  'maxTimeMS',
  'apiVersion',
  'apiStrict',
  'apiDeprecationErrors',
  'autocommit',
  'startTransaction',
]);

const REFUSED = new Set([
  'abortTransaction',
  'commitTransaction',
  'bulkWrite',
  'mapReduce',
  'collMod',
  'renameCollection',
  'createUser',
  'fsync',
  'currentOp',
  'killOp',
  'serverStatus',
  'getParameter',
  'setParameter',
  'validate',
  'convertToCapped',
  'replSetGetStatus',
  'createSearchIndexes',
  'listSearchIndexes',
  'dropSearchIndex',
  'updateSearchIndex',
]);

export async function runCommand(store: Store, body: Doc): Promise<Reply> {
  const name = body.keys().next().value ?? '';
  const command = COMMANDS.get(name);
  if (!command)
    return REFUSED.has(name)
      ? refuse(`the command ${name}`)
      : failWith('CommandNotFound', `no such command: '${name}'`);
  checkFields(name, body, command);
  if (flagField(body, 'startTransaction') || body.get('autocommit') === false)
    refuse('a transaction', 'OperationNotSupportedInTransaction');
  const database = checkDatabaseName(body.get('$db'));
  checkConcern(body);
  const limit = timeLimit(body);
  return command.run({
    store,
    database,
    name,
    body,
    deadline: { at: limit === 0 ? null : Date.now() + limit },
  });
}

/** Also of the command inside an `explain`. */
function checkFields(name: string, body: Doc, command: Command): void {
  const unknown = [...body.keys()].find(
    (field) => field !== name && !GENERIC.has(field) && !command.fields.includes(field),
  );
  if (unknown !== undefined)
    failWith('IDLUnknownField', `BSON field '${name}.${unknown}' is an unknown field.`);
  const inner = name === 'explain' ? body.get(name) : null;
  if (!isDoc(inner)) return;
  const innerName = inner.keys().next().value ?? '';
  const explained = COMMANDS.get(innerName);
  if (explained) checkFields(innerName, inner, explained);
}

function timeLimit(body: Doc): number {
  const limit = body.get('maxTimeMS');
  const isInt = !isNumeric(limit) || (toDouble(limit) >= 0 && toDouble(limit) <= 2147483647);
  if (!isInt) failWith('BadValue', 'the value for maxTimeMS is out of range [0, 2147483647]');
  return countField(body, 'maxTimeMS', 0);
}

const LEVELS = new Set(['local', 'available', 'majority', 'linearizable']);

function checkConcern(body: Doc): void {
  const concern = body.get('readConcern');
  const level = isDoc(concern) ? concern.get('level') : undefined;
  if (level === 'snapshot') refuse('read concern snapshot', 'InvalidOptions');
  if (level !== undefined && !(typeof level === 'string' && LEVELS.has(level)))
    failWith('BadValue', `Enumeration value for field 'readConcern.level' is not a valid value`);
  const write = body.get('writeConcern');
  const w = isDoc(write) ? write.get('w') : undefined;
  if (isNumeric(w) && toDouble(w) > 1)
    failWith('UnsatisfiableWriteConcern', 'Not enough data-bearing nodes: this store is a single node');
}

export function errorReply(error: unknown): Reply {
  const known = error instanceof CommandError ? error : unexpected(error);
  const { message, code, codeName, details } = known;
  return reply({ ok: 0, errmsg: message, code: new Int32(code), codeName, ...details });
}

function unexpected(error: unknown): CommandError {
  const message = error instanceof Error ? error.message : String(error);
  if (/no space|ENOSPC|MDB_MAP_FULL|disk/i.test(message))
    return new CommandError('OutOfDiskSpace', `the data directory is full: ${message}`);
  console.error(error);
  return new CommandError('InternalError', message);
}

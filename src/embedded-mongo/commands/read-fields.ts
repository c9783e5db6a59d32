import { isNumeric, toDouble, toWhole } from '../bson/numbers.ts';
import { Binary, isDoc, type Doc, type Value } from '../bson/values.ts';
import { failWith, refuse } from '../command-error.ts';
import { showValue } from '../bson/show-value.ts';
import { typeOf } from '../bson/type-of.ts';
import type { CommandContext } from './command-context.ts';

const MOST_WRITES = 100_000;

/** The collection that the first field of a command names. */
export function collectionName({ body, name }: CommandContext): string {
  return checkCollectionName(body.get(name));
}

export function checkCollectionName(value: Value): string {
  if (typeof value !== 'string')
    return failWith('InvalidNamespace', `collection name has invalid type ${typeOf(value)}`);
  const wrong =
    value === '' ||
    value.includes('$') ||
    value.includes('\0') ||
    value.startsWith('.') ||
    value.endsWith('.');
  if (wrong || Buffer.byteLength(value) > 200)
    failWith('InvalidNamespace', `Invalid collection name: '${value}'`);
  if (value.startsWith('system.')) refuse(`the collection ${value}`, 'InvalidNamespace');
  return value;
}

export function checkDatabaseName(name: Value): string {
  if (typeof name !== 'string' || !/^[^/\\. "$*<>:|?\0]{1,63}$/u.test(name))
    return failWith('InvalidNamespace', `Invalid database name: ${showValue(name)}`);
  return name;
}

export function refuseType(name: string, value: Value, expected: string): never {
  return failWith(
    'TypeMismatch',
    `BSON field '${name}' is the wrong type '${typeOf(value)}', expected type '${expected}'`,
  );
}

export function docField(body: Doc, name: string): Doc {
  const value = body.get(name);
  if (value === undefined || value === null) return new Map();
  return isDoc(value) ? value : refuseType(name, value, 'object');
}

export function arrayField(body: Doc, name: string): Value[] {
  const value = body.get(name);
  if (value === undefined)
    return failWith('IDLFailedToParse', `BSON field '${name}' is missing but a required field`);
  return Array.isArray(value) ? value : refuseType(name, value, 'array');
}

export function docsField(body: Doc, name: string): Doc[] {
  return arrayField(body, name).map((item) =>
    isDoc(item) ? item : failWith('TypeMismatch', `${name} has to hold documents`),
  );
}

/** The session of a command by its id, or null. */
export function sessionOf(body: Doc): string | null {
  const lsid = body.get('lsid');
  const id = isDoc(lsid) ? lsid.get('id') : undefined;
  return id instanceof Binary ? Buffer.from(id.bytes).toString('hex') : null;
}

/** A whole number that is not negative. */
export function countField(body: Doc, name: string, otherwise: number): number {
  const value = body.get(name);
  if (value === undefined || value === null) return otherwise;
  if (!isNumeric(value))
    return failWith('TypeMismatch', `Expected field ${name} to have a value convertible to a number`);
  const whole = toWhole(value) ?? Math.trunc(toDouble(value));
  return whole >= 0
    ? whole
    : failWith(51024, `BSON field '${name}' value must be >= 0, actual value '${whole}'`);
}

/** Between one and the 100,000 writes of which a batch may consist. */
export function checkBatch(batch: readonly unknown[]): void {
  if (batch.length === 0 || batch.length > MOST_WRITES)
    failWith(
      'InvalidLength',
      `Write batch sizes must be between 1 and ${MOST_WRITES}. Got ${batch.length} operations.`,
    );
}

export function flagField(body: Doc, name: string): boolean {
  const value = body.get(name);
  if (value === undefined || value === null) return false;
  if (typeof value === 'boolean') return value;
  return isNumeric(value) ? toDouble(value) !== 0 : refuseType(name, value, 'bool');
}

/** Options that would change the result and that this store leaves to MongoDB. */
export function refuseOptions(body: Doc, names: readonly string[]): void {
  for (const name of names) {
    const value = body.get(name);
    const harmless =
      value === undefined || value === null || value === false || (isDoc(value) && value.size === 0);
    if (!harmless && !isSimpleCollation(name, value)) refuse(`the option ${name}`, 'CommandNotSupported');
  }
}

const isSimpleCollation = (name: string, value: Value): boolean =>
  name === 'collation' && isDoc(value) && value.get('locale') === 'simple' && value.size === 1;

export function refuseUnknown(doc: Doc, known: readonly string[], where: string): void {
  const wrong = [...doc.keys()].find((name) => !known.includes(name));
  if (wrong !== undefined) failWith('IDLUnknownField', `BSON field '${where}.${wrong}' is an unknown field.`);
}

import { isNumeric } from './numbers.ts';
import { Int32, isDoc, ObjectId, type Value } from './values.ts';

/** A value as error messages quote it. */
export function showValue(value: Value): string {
  if (value === null || value === undefined) return String(value);
  if (typeof value === 'string') return JSON.stringify(value);
  if (value instanceof Int32) return String(value.value);
  if (isNumeric(value) || typeof value === 'boolean') return String(value);
  if (value instanceof ObjectId) return `ObjectId('${Buffer.from(value.bytes).toString('hex')}')`;
  if (value instanceof Date) return `new Date(${value.getTime()})`;
  if (Array.isArray(value)) return `[ ${value.map(showValue).join(', ')} ]`;
  if (isDoc(value)) return `{ ${[...value].map(([name, one]) => `${name}: ${showValue(one)}`).join(', ')} }`;
  return value.constructor.name;
}

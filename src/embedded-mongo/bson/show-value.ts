import { isNumeric } from './numbers.ts';
import { Binary, Int32, isDoc, ObjectId, type Value } from './values.ts';

/** A value as error messages quote it. */
export function showValue(value: Value): string {
  if (value === null || value === undefined) return String(value);
  if (typeof value === 'string') return JSON.stringify(value);
  if (value instanceof Int32) return String(value.value);
  if (typeof value === 'number' && Number.isInteger(value)) return showWholeDouble(value);
  if (isNumeric(value) || typeof value === 'boolean') return String(value);
  if (value instanceof ObjectId) return `ObjectId('${Buffer.from(value.bytes).toString('hex')}')`;
  if (value instanceof Date) return `new Date(${value.getTime()})`;
  if (value instanceof Binary) return showBinary(value);
  if (Array.isArray(value)) return `[ ${value.map(showValue).join(', ')} ]`;
  if (isDoc(value)) return `{ ${[...value].map(([name, one]) => `${name}: ${showValue(one)}`).join(', ')} }`;
  return value.constructor.name;
}

const showWholeDouble = (value: number): string => `${Object.is(value, -0) ? '-0' : String(value)}.0`;

function showBinary({ subtype, bytes }: Binary): string {
  const hex = Buffer.from(bytes).toString('hex');
  const uuid = /^(.{8})(.{4})(.{4})(.{4})(.{12})$/.exec(hex);
  return subtype === 4 && uuid
    ? `UUID("${uuid.slice(1).join('-')}")`
    : `BinData(${subtype}, ${hex.toUpperCase()})`;
}

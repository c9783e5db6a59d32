import { Int32, ObjectId, type Value } from '../bson/values.ts';
import type { FieldTest, Filter } from '../filter/filter-node.ts';
import type { Storage } from '../storage/open-storage.ts';
import { afterPrefix, numberPrefix } from '../storage/table-keys.ts';
import type { Query } from './find-documents.ts';
import type { Leg } from './query-plan.ts';

/**
 * How many documents a query finds, read from the entries of an index alone, as MongoDB's COUNT_SCAN does.
 * Null where entries do not say it: unless every test is an equality on a leading field, the last one perhaps "from
 * this date on", of an index without arrays and without shortened keys, documents have to be looked at.
 */
export function countByIndex({ entries }: Storage, { filter, plan }: Query): number | null {
  const [leg, ...others] = plan.kind === 'index' ? plan.legs : [];
  return leg !== undefined && others.length === 0 && saysAll(leg, filter) ? countEntries(entries, leg) : null;
}

function countEntries(entries: Storage['entries'], { index, intervals }: Leg): number {
  const head = numberPrefix(index.number);
  return intervals.reduce((sum, { low, high }) => {
    const range = { start: Buffer.concat([head, low]), end: afterPrefix(Buffer.concat([head, high])) };
    return sum + entries.getKeysCount(range);
  }, 0);
}

function saysAll({ index, bounded }: Leg, filter: Filter): boolean {
  if (index.lossy || index.multikey.includes(true)) return false;
  const held = heldFields(filter);
  if (held?.length !== bounded || new Set(held).size !== bounded) return false;
  const leading = new Set(index.fields.slice(0, bounded).map(({ name }) => name));
  return held.every((name) => leading.has(name));
}

/** The fields that a filter holds to values or dates, if it does nothing else. */
function heldFields(filter: Filter): string[] | null {
  if (filter.kind === 'field') return isExact(filter.test) ? [filter.name] : null;
  if (filter.kind !== 'and') return null;
  const parts = filter.parts.map(heldFields);
  return parts.includes(null) ? null : parts.flatMap((names) => names ?? []);
}

function isExact(test: FieldTest): boolean {
  if (test.op === 'eq') return isPlain(test.value);
  if (test.op === 'gte') return test.value instanceof Date;
  return test.op === 'in' && test.patterns.length === 0 && test.values.every(isPlain);
}

const LONGEST = 200;

/** Values that nothing else is equal to and whose key is not shortened; null also stands for what is missing. */
const isPlain = (value: Value): boolean =>
  (typeof value === 'string' && value.length <= LONGEST) ||
  typeof value === 'boolean' ||
  typeof value === 'number' ||
  value instanceof Int32 ||
  value instanceof Date ||
  value instanceof ObjectId;

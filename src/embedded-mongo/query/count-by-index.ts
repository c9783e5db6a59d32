import { Int32, ObjectId, type Value } from '../bson/values.ts';
import type { FieldTest, Filter } from '../filter/filter-node.ts';
import type { Storage } from '../storage/open-storage.ts';
import { afterPrefix, numberPrefix } from '../storage/table-keys.ts';
import type { Leg, QueryPlan } from './query-plan.ts';

/**
 * How many documents a query finds, read from the entries of an index alone, as MongoDB's COUNT_SCAN does.
 * Null where entries do not say it: unless every test is an equality on a leading field, the last one perhaps "from
 * this date or number on", of an index without arrays and without shortened keys, documents have to be looked at.
 */
export function countByIndex(
  { entries }: Storage,
  { filter, plan }: { readonly filter: Filter; readonly plan: QueryPlan },
  atMost: number | null = null,
): number | null {
  const leg = coveringLeg(plan, filter);
  if (leg === null) return null;
  const n = rangesOf(leg).reduce((sum, range) => sum + countEntries(entries, range, atMost), 0);
  return atMost === null ? n : Math.min(n, atMost);
}

/** The part of one index whose entries are exactly what the filter finds, one for each document; null if none is. */
export function coveringLeg(plan: QueryPlan, filter: Filter): Leg | null {
  const [leg, ...others] = plan.kind === 'index' ? plan.legs : [];
  return leg !== undefined && others.length === 0 && saysAll(leg, filter) ? leg : null;
}

type Range = { readonly start: Buffer; readonly end: Buffer };

function rangesOf({ index, intervals }: Leg): Range[] {
  const head = numberPrefix(index.number);
  return intervals.map(({ low, high }) => ({
    start: Buffer.concat([head, low]),
    end: afterPrefix(Buffer.concat([head, high])),
  }));
}

/** Counting walks over every entry: it need not go further than asked. */
function countEntries(entries: Storage['entries'], range: Range, atMost: number | null): number {
  if (atMost === null) return entries.getKeysCount(range);
  const [last] = [...entries.getKeys({ ...range, offset: atMost - 1, limit: 1 })];
  return last === undefined ? entries.getKeysCount(range) : atMost;
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
  if (test.op === 'gte') return test.value instanceof Date || Number.isFinite(numberOf(test.value));
  return test.op === 'in' && test.patterns.length === 0 && test.values.every(isPlain);
}

const LONGEST = 200;

/**
 * Values whose keys hold all that is equal to them and nothing else. Of an index without arrays that is true of null, too:
 * what is missing is listed as null, and null finds it.
 */
const isPlain = (value: Value): boolean =>
  value === null ||
  (typeof value === 'string' && value.length <= LONGEST) ||
  typeof value === 'boolean' ||
  typeof value === 'number' ||
  value instanceof Int32 ||
  value instanceof Date ||
  value instanceof ObjectId;

const numberOf = (value: Value): unknown => (value instanceof Int32 ? value.value : value);

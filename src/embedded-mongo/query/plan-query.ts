import { isDoc, MaxKey, MinKey, type Value } from '../bson/values.ts';
import { equalValues } from '../bson/compare-values.ts';
import { failWith } from '../command-error.ts';
import type { Filter } from '../filter/filter-node.ts';
import type { CollectionInfo, IndexInfo } from '../storage/catalog-entry.ts';
import { invert, MAX_KEY_BYTES } from '../storage/encode-key.ts';
import { boundsOf, conjunctsOf, type Bound, type Conjunct } from './field-bounds.ts';
import { impliesPartial } from './partial-index.ts';
import type { Interval, Leg, QueryPlan } from './query-plan.ts';
import type { Sort } from './sort-documents.ts';

const MOST_INTERVALS = 2000;

/** The bounds of one field, and whether each of them is a single value. */
type FieldBounds = { readonly bounds: readonly Bound[]; readonly exact: boolean };

type Candidate = {
  readonly index: IndexInfo;
  /** Of its first fields; intervals are made of them only for the index that is taken. */
  readonly held: readonly FieldBounds[];
  readonly intervals: number;
  readonly sorted: 'forward' | 'backward' | null;
  readonly points: number;
};

/** Bounds by field name. Many indexes begin with the same fields, and each is looked at once. */
type BoundsOn = (name: string, multikey: boolean) => FieldBounds | null;

/** Chooses how to find the documents: the index that bounds most fields, and gives the order if it can. */
export function planQuery(collection: CollectionInfo, filter: Filter, sort: Sort, hint: Value): QueryPlan {
  const natural = naturalDirection(sort, hint);
  if (natural !== null) return { kind: 'collection', reverse: natural < 0 };
  const hinted = hint === undefined ? null : findHinted(collection, hint);
  const conjuncts = conjunctsOf(filter);
  const boundsOn = readBounds(conjuncts);
  const candidates: Candidate[] = [];
  for (const index of hinted ? [hinted] : collection.indexes) {
    if (hinted === null && !isUsable(index, conjuncts)) continue;
    const candidate = considerIndex(index, boundsOn, sort);
    if (namesOneDocument(candidate)) return toPlan(candidate);
    candidates.push(candidate);
  }
  const best = candidates
    .filter((one) => hinted !== null || one.held.length > 0 || one.sorted !== null)
    .sort((a, b) => scoreOf(b) - scoreOf(a))[0];
  if (best && (hinted !== null || best.held.length > 0)) return toPlan(best);
  return planUnion(collection, filter) ?? (best ? toPlan(best) : { kind: 'collection', reverse: false });
}

const toPlan = ({ index, held, sorted }: Candidate): QueryPlan => ({
  kind: 'index',
  legs: [{ index, intervals: intervalsOf(index, held), bounded: held.length }],
  reverse: sorted === 'backward',
  sorted: sorted !== null,
});

/** A unique index whose every field is held names the documents; no other one can leave fewer to look at. */
const namesDocuments = ({ index, points }: Candidate): boolean =>
  index.unique && points === index.fields.length;

/** Nothing can be better: most finds and updates name a document by its `_id`. */
const namesOneDocument = (candidate: Candidate): boolean =>
  candidate.intervals === 1 && namesDocuments(candidate);

const scoreOf = (candidate: Candidate): number => {
  const { held, intervals, sorted, points } = candidate;
  if (namesDocuments(candidate)) return Number.MAX_SAFE_INTEGER - intervals;
  return points * 100 + (held.length - points) * 50 + (sorted === null ? 0 : 60);
};

function naturalDirection(sort: Sort, hint: Value): 1 | -1 | null {
  const [first] = sort;
  if (first?.name === '$natural') return first.direction;
  if (!isDoc(hint) || !hint.has('$natural')) return null;
  return equalValues(hint.get('$natural'), -1) ? -1 : 1;
}

function findHinted(collection: CollectionInfo, hint: Value): IndexInfo {
  const found = collection.indexes.find(
    (index) => index.name === hint || (isDoc(hint) && equalValues(index.spec.get('key'), hint)),
  );
  return found ?? failWith('BadValue', 'hint provided does not correspond to an existing index');
}

/** A sparse or partial index serves only filters whose matches it lists all. */
function isUsable(index: IndexInfo, conjuncts: readonly Conjunct[]): boolean {
  if (index.partial && !impliesPartial(conjuncts, index.partial)) return false;
  if (!index.sparse) return true;
  return index.fields.some(({ name }) => conjuncts.some((one) => one.name === name && needsField(one)));
}

function needsField({ test }: Conjunct): boolean {
  if (test.op === 'exists' || test.op === 'regex') return true;
  if (test.op === 'in') return test.values.every((value) => value !== null);
  const compares =
    test.op === 'eq' || test.op === 'gt' || test.op === 'gte' || test.op === 'lt' || test.op === 'lte';
  return compares && test.value !== null && !(test.value instanceof MinKey || test.value instanceof MaxKey);
}

function considerIndex(index: IndexInfo, boundsOn: BoundsOn, sort: Sort): Candidate {
  const held: FieldBounds[] = [];
  const count = { intervals: 1, points: 0, pinned: 0 };
  let multikeyBounded = false;
  for (const [at, field] of index.fields.entries()) {
    const multikey = index.multikey[at] === true;
    const found = multikey && multikeyBounded ? null : boundsOn(field.name, multikey);
    if (!found || found.bounds.length * count.intervals > MOST_INTERVALS) break;
    held.push(found);
    count.intervals *= found.bounds.length;
    multikeyBounded ||= multikey;
    if (!found.exact) break;
    count.points += 1;
    if (found.bounds.length === 1 && count.pinned === at) count.pinned += 1;
  }
  const { intervals, points, pinned } = count;
  return { index, held, intervals, points, sorted: intervals === 1 ? sortedBy(index, pinned, sort) : null };
}

const intervalsOf = (index: IndexInfo, held: readonly FieldBounds[]): Interval[] =>
  held.reduce<Interval[]>(
    (intervals, { bounds }, at) => extend(intervals, bounds, index.fields[at]?.direction ?? 1),
    [{ low: Buffer.alloc(0), high: Buffer.alloc(0) }],
  );

function readBounds(conjuncts: readonly Conjunct[]): BoundsOn {
  const known = new Map<string, FieldBounds | null>();
  return (name, multikey) => {
    const key = `${multikey ? 'each' : 'whole'} ${name}`;
    const before = known.get(key);
    if (before !== undefined) return before;
    const bounds = fieldBounds(name, conjuncts, multikey);
    const found = bounds && { bounds, exact: bounds.every(({ low, high }) => low.equals(high)) };
    known.set(key, found);
    return found;
  };
}

/** The narrowest bounds that the tests on a field give. Elements of arrays may meet each test separately. */
function fieldBounds(name: string, conjuncts: readonly Conjunct[], multikey: boolean): Bound[] | null {
  const all = conjuncts
    .filter((one) => one.name === name)
    .map(({ test }) => boundsOf(test))
    .filter((bounds) => bounds !== null);
  const exact = all.find((bounds) => bounds.every(({ low, high }) => low.equals(high)));
  if (exact) return exact;
  const [first, ...rest] = all;
  if (!first) return null;
  return multikey || first.length !== 1 ? first : rest.reduce(intersect, first);
}

function intersect(a: Bound[], b: Bound[]): Bound[] {
  const [one] = a;
  const [two] = b;
  if (!one || !two || b.length !== 1) return a;
  return [
    {
      low: Buffer.compare(one.low, two.low) >= 0 ? one.low : two.low,
      high: lowerEnd(one.high, two.high),
    },
  ];
}

/** Of two upper ends, each standing for everything that begins with it. */
function lowerEnd(a: Buffer, b: Buffer): Buffer {
  const shared = Math.min(a.length, b.length);
  const order = Buffer.compare(a.subarray(0, shared), b.subarray(0, shared));
  if (order !== 0) return order < 0 ? a : b;
  return a.length >= b.length ? a : b;
}

function extend(intervals: readonly Interval[], bounds: readonly Bound[], direction: 1 | -1): Interval[] {
  const cut = (head: Buffer, tail: Buffer) => Buffer.concat([head, tail]).subarray(0, MAX_KEY_BYTES);
  return intervals.flatMap(({ low, high }) =>
    bounds.map((bound) =>
      direction === 1
        ? { low: cut(low, bound.low), high: cut(high, bound.high) }
        : { low: cut(low, invert(bound.high)), high: cut(high, invert(bound.low)) },
    ),
  );
}

/** Whether the index lists its documents in the wanted order behind its first `pinned` fields, all held equal. */
function sortedBy(index: IndexInfo, pinned: number, sort: Sort): Candidate['sorted'] {
  if (sort.length === 0 || index.lossy) return null;
  const fixed = new Set(index.fields.slice(0, pinned).map(({ name }) => name));
  const open = index.fields.slice(pinned);
  const wanted = sort.filter(({ name }) => !fixed.has(name));
  if (
    sort.some(({ name }) =>
      index.fields.some((field, at) => field.name === name && index.multikey[at] === true),
    )
  )
    return null;
  const turns = wanted.map(({ name, direction }, at) => {
    const field = open[at];
    return field?.name === name ? field.direction * direction : 0;
  });
  if (turns.every((turn) => turn === 1)) return 'forward';
  return turns.every((turn) => turn === -1) ? 'backward' : null;
}

/** An `$or` of which every branch has an index is answered branch by branch. */
function planUnion(collection: CollectionInfo, filter: Filter): QueryPlan | null {
  const or =
    filter.kind === 'or'
      ? filter
      : filter.kind === 'and'
        ? filter.parts.find(({ kind }) => kind === 'or')
        : null;
  if (or?.kind !== 'or') return null;
  const legs: Leg[] = [];
  for (const part of or.parts) {
    const plan = planQuery(collection, part, [], undefined);
    if (plan.kind === 'collection') return null;
    legs.push(...plan.legs);
  }
  return { kind: 'index', legs, reverse: false, sorted: false };
}

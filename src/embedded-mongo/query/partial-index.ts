import { equalValues, compareValues } from '../bson/compare-values.ts';
import { isDeepStrictEqual } from 'node:util';
import { rankOf } from '../bson/type-of.ts';
import { MaxKey, MinKey, type Value } from '../bson/values.ts';
import type { FieldTest, Filter } from '../filter/filter-node.ts';
import { passesTest } from '../filter/match-filter.ts';
import { conjunctsOf, type Conjunct } from './field-bounds.ts';

/** Whether every document that the filter can match is in the partial index. */
export function impliesPartial(conjuncts: readonly Conjunct[], partial: Filter): boolean {
  const needed = conjunctsOf(partial);
  const complete =
    partial.kind === 'field' ||
    (partial.kind === 'and' && partial.parts.every(({ kind }) => kind === 'field'));
  return (
    complete &&
    needed.every((need) => conjuncts.some((have) => have.name === need.name && implies(have.test, need.test)))
  );
}

function implies(have: FieldTest, need: FieldTest): boolean {
  if (isDeepStrictEqual(have, need)) return true;
  if (have.op === 'eq') return !isOpen(have.value) && passesTest(have.value, need);
  if (have.op === 'in') {
    return (
      have.patterns.length === 0 && have.values.every((value) => !isOpen(value) && passesTest(value, need))
    );
  }
  if (need.op === 'exists') return isRange(have) && !isOpen(have.value);
  return impliesRange(have, need);
}

/** Met by documents of another shape: equality with an array or with null, ranges up to the ends of the order. */
const isOpen = (value: Value): boolean =>
  value === null || value === undefined || Array.isArray(value) || isEnd(value);
const isEnd = (value: Value): boolean => value instanceof MinKey || value instanceof MaxKey;

type Range = Extract<FieldTest, { op: 'lt' | 'lte' | 'gt' | 'gte' | 'eq' }>;
const isRange = (test: FieldTest): test is Range => /^[lg]te?$/.test(test.op);

const isInclusive = ({ op }: Range): boolean => op === 'gte' || op === 'lte';
const isUpward = ({ op }: Range): boolean => op === 'gt' || op === 'gte';

function impliesRange(have: FieldTest, need: FieldTest): boolean {
  if (!isRange(have) || !isRange(need) || isUpward(have) !== isUpward(need)) return false;
  if (rankOf(have.value) !== rankOf(need.value)) return false;
  if (equalValues(have.value, need.value)) return isInclusive(need) || !isInclusive(have);
  return compareValues(have.value, need.value) > 0 === isUpward(have);
}

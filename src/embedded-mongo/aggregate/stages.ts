import { wholeNumber } from '../bson/arithmetic.ts';
import { toWhole } from '../bson/numbers.ts';
import { isDoc, type Doc, type Value } from '../bson/values.ts';
import { failWith, refuse } from '../command-error.ts';
import { matchFilter } from '../filter/match-filter.ts';
import { parseFilter } from '../filter/parse-filter.ts';
import { applyProjection } from '../project/apply-projection.ts';
import { parseProjection } from '../project/parse-projection.ts';
import { compareSortKeys, parseSort, sortKeyOf } from '../query/sort-documents.ts';
import { addFieldsStage } from './add-fields-stage.ts';
import { groupStage } from './group-stage.ts';
import type { Given } from './expression.ts';
import type { Stage } from './stage.ts';
import { StageMemory } from './stage-memory.ts';
import { unwindStage } from './unwind-stage.ts';

const NOTHING = (): Doc[] => [];

export function parseStage(stage: Value, given: Given): Stage {
  if (!isDoc(stage))
    return failWith('TypeMismatch', "Each element of the 'pipeline' array must be an object");
  if (stage.size !== 1) {
    return failWith(40323, 'A pipeline stage specification object must contain exactly one field.');
  }
  const [[name, operand] = ['', null]] = stage;
  const parse = STAGES.get(name);
  if (parse) return parse(operand, given);
  if (REFUSED.has(name)) refuse(name, 40324);
  return failWith(40324, `Unrecognized pipeline stage name: '${name}'`);
}

const docOperand = (name: string, value: Value, code: number): Doc =>
  isDoc(value) ? value : failWith(code, `${name} specification must be an object`);

function matchStage(operand: Value, given: Given): Stage {
  const filter = parseFilter(docOperand('$match', operand, 15959), given);
  return { take: (docs) => docs.filter((doc) => matchFilter(filter, doc)), end: NOTHING };
}

function sortStage(operand: Value): Stage {
  const sort = parseSort(docOperand('$sort', operand, 15973));
  if (sort.length === 0) failWith(15976, '$sort stage must have at least one sort key');
  const rows: { key: Value[]; doc: Doc }[] = [];
  const memory = new StageMemory();
  return {
    take: (docs) => {
      for (const doc of docs) {
        memory.hold(doc);
        rows.push({ key: sortKeyOf(doc, sort), doc });
      }
      return [];
    },
    end: () => rows.sort((a, b) => compareSortKeys(a.key, b.key, sort)).map(({ doc }) => doc),
  };
}

function wholeOperand(name: string, operand: Value): number {
  const whole = toWhole(operand);
  if (whole === null || whole < 0)
    return failWith(
      name === '$skip' ? 5107200 : 5107201,
      `invalid argument to ${name} stage: Expected a non-negative number`,
    );
  return whole;
}

function skipStage(operand: Value): Stage {
  let left = wholeOperand('$skip', operand);
  return {
    take: (docs) => {
      const rest = docs.slice(left);
      left = Math.max(0, left - docs.length);
      return rest;
    },
    end: NOTHING,
  };
}

function limitStage(operand: Value): Stage {
  let left = wholeOperand('$limit', operand);
  if (left === 0) failWith(15958, 'the limit must be positive');
  return {
    take: (docs) => {
      const wanted = docs.slice(0, left);
      left -= wanted.length;
      return wanted;
    },
    end: NOTHING,
    full: () => left === 0,
  };
}

function projectStage(operand: Value, given: Given): Stage {
  const doc = docOperand('$project', operand, 15969);
  if (doc.size === 0) failWith(51272, 'Invalid $project: specification must have at least one field');
  const projection = parseProjection(doc, 'stage', given);
  return { take: (docs) => docs.map((one) => applyProjection(projection, one)), end: NOTHING };
}

function unsetStage(operand: Value, given: Given): Stage {
  if (!Array.isArray(operand) && typeof operand !== 'string')
    failWith(31002, '$unset specification must be a string or an array');
  const names = Array.isArray(operand) ? operand : [operand];
  if (names.length === 0) failWith(31119, '$unset specification must name at least one field');
  const fields = names.map((name): [string, Value] =>
    typeof name === 'string'
      ? [name, false]
      : failWith(31120, '$unset specification must be a string or an array of strings'),
  );
  return projectStage(new Map(fields), given);
}

function countStage(operand: Value): Stage {
  if (typeof operand !== 'string') return failWith(40156, 'the count field must be a non-empty string');
  if (operand === '') failWith(40157, 'the count field must be a non-empty string');
  if (operand.startsWith('$')) failWith(40158, 'the count field cannot be a $-prefixed path');
  if (operand.includes('\0')) failWith(40159, 'the count field cannot contain a null byte');
  if (operand.includes('.')) failWith(40160, "the count field cannot contain '.'");
  let n = 0;
  return {
    take: (docs) => {
      n += docs.length;
      return [];
    },
    end: () => (n === 0 ? [] : [new Map([[operand, wholeNumber(n)]])]),
  };
}

const STAGES: ReadonlyMap<string, (operand: Value, given: Given) => Stage> = new Map([
  ['$match', matchStage],
  ['$sort', sortStage],
  ['$skip', skipStage],
  ['$limit', limitStage],
  ['$project', projectStage],
  ['$unset', unsetStage],
  ['$addFields', addFieldsStage],
  ['$set', addFieldsStage],
  ['$group', groupStage],
  ['$unwind', unwindStage],
  ['$count', countStage],
]);

const REFUSED = new Set([
  '$lookup',
  '$graphLookup',
  '$facet',
  '$bucket',
  '$bucketAuto',
  '$sortByCount',
  '$out',
  '$merge',
  '$unionWith',
  '$replaceRoot',
  '$replaceWith',
  '$sample',
  '$redact',
  '$geoNear',
  '$changeStream',
  '$collStats',
  '$indexStats',
  '$setWindowFields',
  '$densify',
  '$fill',
  '$search',
  '$vectorSearch',
  '$documents',
  '$currentOp',
  '$planCacheStats',
]);

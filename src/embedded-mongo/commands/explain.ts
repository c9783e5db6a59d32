import { wholeNumber } from '../bson/arithmetic.ts';
import { isDoc, type Doc, type Value } from '../bson/values.ts';
import { failWith, refuse } from '../command-error.ts';
import { findDocuments, type Query } from '../query/find-documents.ts';
import type { Leg } from '../query/query-plan.ts';
import { splitPipeline } from './aggregate.ts';
import { reply, type Command, type CommandContext } from './command-context.ts';
import { readQuery } from './read-query.ts';
import { arrayField, checkCollectionName, docsField, refuseOptions, refuseType } from './read-fields.ts';
import { readVariables } from './read-variables.ts';

const VERBOSITY = new Set(['queryPlanner', 'executionStats', 'allPlansExecution']);

/** Tells how a find, update, delete or aggregation would look for its documents; it changes nothing. */
export const explain: Command = {
  fields: ['verbosity'],
  run: (context) => {
    const { store, database, body } = context;
    const inner = body.get('explain');
    const verbosity = body.get('verbosity') ?? 'allPlansExecution';
    if (!isDoc(inner)) return refuseType('explain', inner, 'object');
    if (typeof verbosity !== 'string' || !VERBOSITY.has(verbosity))
      failWith('BadValue', 'unknown verbosity of explain');
    refuseOptions(inner, ['collation', 'max', 'min', 'returnKey', 'showRecordId']);
    const namespace = `${database}.${checkCollectionName(inner.values().next().value)}`;
    const query = readQuery(queryOf(inner), store.catalog.find(namespace), readVariables(inner));
    const winningPlan: Doc = query ? describe(query) : stage('EOF', {});
    return reply({
      explainVersion: '1',
      queryPlanner: new Map<string, Value>([
        ['namespace', namespace],
        ['winningPlan', winningPlan],
        ['rejectedPlans', []],
      ]),
      ...(verbosity !== 'queryPlanner' && query ? { executionStats: measure(context, query) } : {}),
      ok: 1,
    });
  },
};

function queryOf(inner: Doc): Doc {
  const [name] = inner.keys();
  if (name === 'find') return inner;
  if (name === 'count' || name === 'distinct' || name === 'findAndModify') {
    return withFields(inner, { filter: inner.get('query') });
  }
  if (name === 'aggregate') return splitPipeline(arrayField(inner, 'pipeline'), inner.get('hint')).query;
  if (name !== 'update' && name !== 'delete') return refuse(`explain of ${name ?? 'nothing'}`);
  const [statement] = docsField(inner, `${name}s`);
  return withFields(new Map(), { filter: statement?.get('q'), hint: statement?.get('hint') });
}

function withFields(doc: Doc, fields: Readonly<Record<string, Value>>): Doc {
  return new Map([...doc, ...Object.entries(fields).filter(([, value]) => value !== undefined)]);
}

const stage = (name: string, fields: Readonly<Record<string, Value>>): Doc =>
  new Map(Object.entries({ stage: name, ...fields }));

function describe({ plan, sort }: Query): Doc {
  const direction = plan.reverse ? 'backward' : 'forward';
  if (plan.kind === 'collection') {
    const scan = stage('COLLSCAN', { direction });
    return sort.length === 0 || sort[0]?.name === '$natural' ? scan : stage('SORT', { inputStage: scan });
  }
  const scans = plan.legs.map((leg) => describeLeg(leg, direction));
  const [only] = scans;
  const fetch = stage('FETCH', {
    inputStage: scans.length === 1 ? only : stage('OR', { inputStages: scans }),
  });
  return sort.length === 0 || plan.sorted ? fetch : stage('SORT', { inputStage: fetch });
}

function describeLeg({ index, intervals, bounded }: Leg, direction: string): Doc {
  return stage('IXSCAN', {
    indexName: index.name,
    keyPattern: index.spec.get('key'),
    isMultiKey: index.multikey.includes(true),
    isUnique: index.unique,
    direction,
    boundedFields: wholeNumber(bounded),
    intervals: wholeNumber(intervals.length),
  });
}

function measure({ store, deadline }: CommandContext, query: Query): Doc {
  const examined = { keys: 0, documents: 0 };
  let returned = 0;
  for (const piece of findDocuments(store.storage, { ...query, examined }, deadline))
    returned += piece.length;
  return new Map<string, Value>([
    ['executionSuccess', true],
    ['nReturned', wholeNumber(returned)],
    ['totalKeysExamined', wholeNumber(query.plan.kind === 'index' ? examined.keys : 0)],
    ['totalDocsExamined', wholeNumber(examined.documents)],
  ]);
}

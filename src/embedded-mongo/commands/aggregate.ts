import { wholeNumber } from '../bson/arithmetic.ts';
import { isNumeric, toDouble } from '../bson/numbers.ts';
import { Int32, isDoc, type Doc, type Value } from '../bson/values.ts';
import { failWith, refuse } from '../command-error.ts';
import type { Stage } from '../aggregate/stage.ts';
import { parseStage } from '../aggregate/stages.ts';
import { countByIndex } from '../query/count-by-index.ts';
import type { Query } from '../query/find-documents.ts';
import type { Command, CommandContext } from './command-context.ts';
import { batchesOf, firstReply } from './cursor-reply.ts';
import { pullFrom } from './find.ts';
import { readQuery } from './read-query.ts';
import { arrayField, collectionName, docField, refuseOptions, refuseUnknown } from './read-fields.ts';
import { readVariables } from './read-variables.ts';

export const aggregate: Command = {
  fields: [
    'pipeline',
    'cursor',
    'allowDiskUse',
    'hint',
    'collation',
    'let',
    'explain',
    'bypassDocumentValidation',
    'exchange',
  ],
  run: async (context) => {
    const { body, database } = context;
    refuseOptions(body, ['collation', 'explain', 'exchange']);
    if (typeof body.get('aggregate') !== 'string')
      refuse('an aggregation without a collection', 'InvalidNamespace');
    if (!isDoc(body.get('cursor')))
      failWith(
        'FailedToParse',
        "The 'cursor' option is required, except for aggregate with the explain argument",
      );
    refuseUnknown(docField(body, 'cursor'), ['batchSize'], 'aggregate.cursor');
    const namespace = `${database}.${collectionName(context)}`;
    const { query, stages } = splitPipeline(arrayField(body, 'pipeline'), body.get('hint'));
    const given = readVariables(body);
    const found = readQuery(query, context.store.catalog.find(namespace), given);
    const parsed = stages.map((stage) => parseStage(stage, given));
    const counted = countOnly(context, found, stages);
    const pull = counted === null ? streamPipeline(context, found, parsed) : once(counted);
    return firstReply(context, namespace, batchesOf(pull, context.deadline), docField(body, 'cursor'));
  },
};

/** The first `$match` and the `$sort` behind it are left to the planner, which may have an index for them. */
export function splitPipeline(
  pipeline: readonly Value[],
  hint: Value,
): { query: Doc; stages: readonly Value[] } {
  const query: Doc = new Map(hint === undefined ? [] : [['hint', hint]]);
  let at = 0;
  for (const [stage, field] of [
    ['$match', 'filter'],
    ['$sort', 'sort'],
  ] as const) {
    const next = pipeline[at];
    const operand = isDoc(next) && next.size === 1 ? next.get(stage) : undefined;
    if (!isDoc(operand)) continue;
    query.set(field, operand);
    at += 1;
  }
  return { query, stages: pipeline.slice(at) };
}

/** The one group of a pipeline that only counts what matches, as drivers count documents; null if an index cannot say. */
function countOnly({ store }: CommandContext, query: Query | null, stages: readonly Value[]): Doc[] | null {
  const limit = only(stages[0], '$limit');
  const [stage, ...behind] = isNumeric(limit) ? stages.slice(1) : stages;
  const group = behind.length === 0 ? only(stage, '$group') : undefined;
  const named = isDoc(group) && group.size === 2 ? [...group].find(([name]) => name !== '_id') : undefined;
  if (query === null || !isDoc(group) || named === undefined) return null;
  const [name, sum] = named;
  const id = group.get('_id');
  const ofEach = isDoc(sum) && sum.size === 1 ? sum.get('$sum') : undefined;
  if (!(id === null || isNumeric(id)) || !(ofEach instanceof Int32) || ofEach.value !== 1) return null;
  const n = countByIndex(store.storage, query, isNumeric(limit) ? toDouble(limit) : null);
  if (n === null) return null;
  const counted: [string, Value][] = [
    ['_id', id],
    [name, wholeNumber(n)],
  ];
  return n === 0 ? [] : [new Map(counted)];
}

const only = (stage: Value, name: string): Value =>
  isDoc(stage) && stage.size === 1 ? stage.get(name) : undefined;

function once(docs: Doc[]): () => Promise<Doc[] | null> {
  let given = false;
  return () => {
    const next = given ? null : docs;
    given = true;
    return Promise.resolve(next);
  };
}

function streamPipeline(
  context: CommandContext,
  query: Query | null,
  stages: readonly Stage[],
): () => Promise<Doc[] | null> {
  const source = query
    ? pullFrom(context.store.storage, query, context, ({ doc }) => doc)
    : () => Promise.resolve(null);
  let ended = false;
  return async () => {
    if (ended) return null;
    const docs = stages.some((stage) => stage.full?.() === true) ? null : await source();
    if (docs) return runStages(stages, docs);
    ended = true;
    return endStages(stages);
  };
}

function runStages(stages: readonly Stage[], docs: readonly Doc[]): Doc[] {
  return stages.reduce<Doc[]>((piece, stage) => (piece.length > 0 ? stage.take(piece) : piece), [...docs]);
}

/** Each stage gives what it kept to the stages behind it, from the first to the last. */
function endStages(stages: readonly Stage[]): Doc[] {
  return stages.flatMap((stage, index) =>
    index >= 0 ? runStages(stages.slice(index + 1), stage.end()) : [],
  );
}

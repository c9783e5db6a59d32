import { equalValues } from '../bson/compare-values.ts';
import { isDoc, type Doc, type Found, type Value } from '../bson/values.ts';
import { failWith } from '../command-error.ts';
import { encodeKeyPart } from '../storage/encode-key.ts';
import { parseAccumulator, type Accumulator } from './accumulators.ts';
import { compileExpression } from './compile-expression.ts';
import { orNull, type Given } from './expression.ts';
import { StageMemory } from './stage-memory.ts';
import type { Stage } from './stage.ts';

type Group = { readonly id: Value; readonly accumulators: readonly Accumulator[] };

export function groupStage(operand: Value, given: Given): Stage {
  if (!isDoc(operand)) return failWith(15947, "a group's fields must be specified in an object");
  if (!operand.has('_id')) failWith(15955, 'a group specification must include an _id');
  const idOf = compileExpression(operand.get('_id'), given);
  const fields = [...operand]
    .filter(([name]) => name !== '_id')
    .map(([name, value]) => {
      if (name.startsWith('$')) failWith(40236, `The field name '${name}' cannot be an operator name`);
      if (name.includes('.')) failWith(40235, `The field name '${name}' cannot contain '.'`);
      return { name, plan: parseAccumulator(name, value, given) };
    });
  const groups = new Map<string, Group[]>();
  const memory = new StageMemory();
  const add = (doc: Doc) => {
    const scope = { root: doc, variables: new Map<string, Found>() };
    const group = findGroup(groups, orNull(idOf(scope)), (id) => {
      memory.hold(id);
      return fields.map(({ plan }) => plan.start());
    });
    fields.forEach(({ plan }, index) => group.accumulators[index]?.add(plan.expression(scope)));
  };
  return {
    take: (docs) => {
      docs.forEach(add);
      return [];
    },
    end: () =>
      [...groups.values()].flat().map(({ id, accumulators }) => {
        const results = fields.map(({ name }, index): [string, Value] => [
          name,
          accumulators[index]?.result() ?? null,
        ]);
        return new Map<string, Value>([['_id', id], ...results]);
      }),
  };
}

/** Groups by the key of an index; what shares a shortened key is compared. */
function findGroup(groups: Map<string, Group[]>, id: Value, start: (id: Value) => Accumulator[]): Group {
  const key = encodeKeyPart(id).toString('latin1');
  const same = groups.get(key) ?? [];
  const known = same.find((group) => equalValues(group.id, id));
  if (known) return known;
  const fresh = { id, accumulators: start(id) };
  groups.set(key, [...same, fresh]);
  return fresh;
}

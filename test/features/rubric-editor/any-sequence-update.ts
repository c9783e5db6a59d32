import { matches, valueAt, type Doc } from './any-sequence-filter.ts';

type Change = (before: unknown, operand: never) => unknown;

const listOf = (value: unknown) => (value ?? []) as readonly unknown[];
const each = (operand: unknown) => (operand as { $each?: readonly unknown[] } | null)?.$each ?? [operand];

const CHANGES: Readonly<Record<string, Change>> = {
  $set: (_, operand) => operand,
  $unset: () => undefined,
  $inc: (before, operand) => Number(before ?? 0) + Number(operand),
  $push: (before, operand) => [...listOf(before), ...each(operand)],
  $addToSet: (before, operand) => [...new Set([...listOf(before), ...each(operand)])],
  $pull: (before, operand: Doc) => listOf(before).filter((one) => !matches(one as Doc, operand)),
};

/** The document after an update of the few kinds that the stores of ratings and rubrics use. */
export function changed(document: Doc, update: Doc): Doc {
  let after: unknown = document;
  for (const [name, fields] of Object.entries(update)) {
    const change = CHANGES[name];
    if (change === undefined) throw new Error(`the memory does not know ${name}`);
    for (const [path, operand] of Object.entries(fields as Doc)) {
      after = put(after, path.split('.'), change(valueAt(document, path), operand as never));
    }
  }
  return withoutUndefined(after as Doc);
}

function put(into: unknown, [name = '', ...rest]: readonly string[], value: unknown): unknown {
  const before = valueAt(into, name);
  const next = rest.length === 0 ? value : put(before, rest, value);
  return Array.isArray(into) ? into.with(Number(name), next) : { ...(into as Doc), [name]: next };
}

/** What is not said is not kept. */
export const withoutUndefined = (document: Doc): Doc =>
  Object.fromEntries(Object.entries(document).filter(([, value]) => value !== undefined));

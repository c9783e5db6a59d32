export type Doc = Readonly<Record<string, unknown>>;

const TESTS: Readonly<Record<string, (value: unknown, wanted: never) => boolean>> = {
  $in: (value, wanted: readonly unknown[]) => wanted.some((one) => holds(value, one)),
  $nin: (value, wanted: readonly unknown[]) => !wanted.some((one) => holds(value, one)),
  $ne: (value, wanted) => !holds(value, wanted),
  $lt: (value, wanted) => comparable(value, wanted) && order(value) < order(wanted),
  $lte: (value, wanted) => comparable(value, wanted) && order(value) <= order(wanted),
  $gt: (value, wanted) => comparable(value, wanted) && order(value) > order(wanted),
  $gte: (value, wanted) => comparable(value, wanted) && order(value) >= order(wanted),
  $exists: (value, wanted) => (value !== undefined) === wanted,
  $type: (value, wanted) => typeof value === wanted,
  $size: (value, wanted) => Array.isArray(value) && value.length === wanted,
  $not: (value, wanted: Doc) => !fulfils(value, wanted),
  $elemMatch: (value, wanted: Doc) =>
    Array.isArray(value) && value.some((one) => matches(one as Doc, wanted)),
};

/** Whether a document fulfils a filter of the few kinds that the stores of ratings and rubrics use. */
export function matches(document: Doc, filter: Doc): boolean {
  return Object.entries(filter).every(([path, wanted]) =>
    path === '$or'
      ? (wanted as readonly Doc[]).some((one) => matches(document, one))
      : fulfils(valueAt(document, path), wanted),
  );
}

export function valueAt(document: unknown, path: string): unknown {
  return path.split('.').reduce((value, name) => (value as Doc | null | undefined)?.[name], document);
}

function fulfils(value: unknown, wanted: unknown): boolean {
  const operators = isPlain(wanted) ? Object.entries(wanted).filter(([name]) => name.startsWith('$')) : [];
  if (operators.length === 0) return holds(value, wanted);
  return operators.every(([name, operand]) => {
    const test = TESTS[name];
    if (test === undefined) throw new Error(`the memory does not know ${name}`);
    return test(value, operand as never);
  });
}

const isPlain = (value: unknown): value is Doc =>
  typeof value === 'object' && value !== null && !Array.isArray(value) && !(value instanceof Date);

/** Equal, or a list with an equal member; what is not there is null. */
function holds(value: unknown, wanted: unknown): boolean {
  if (isPlain(wanted)) throw new Error('the memory does not compare whole documents');
  const same = (one: unknown) => order(one) === order(wanted);
  return Array.isArray(value) ? value.some(same) : same(value);
}

const order = (value: unknown) => (value instanceof Date ? value.getTime() : (value ?? null)) as number;

const comparable = (value: unknown, wanted: unknown): boolean =>
  value !== null && typeof value === typeof wanted && value instanceof Date === wanted instanceof Date;

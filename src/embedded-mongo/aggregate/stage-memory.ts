import { isDoc, type Value } from '../bson/values.ts';
import { failWith } from '../command-error.ts';

const LIMIT = 100 * 1024 * 1024;
const OVERHEAD = 32;

/** Counts what a stage keeps back; it lies in memory, so it is limited. */
export class StageMemory {
  #bytes = 0;

  hold(value: Value): void {
    this.#bytes += roughSize(value);
    if (this.#bytes > LIMIT) {
      failWith('QueryExceededMemoryLimitNoDiskUseAllowed', `a pipeline stage holds at most ${LIMIT} bytes`);
    }
  }
}

function roughSize(value: Value): number {
  if (typeof value === 'string') return OVERHEAD + value.length;
  if (Array.isArray(value)) return value.reduce<number>((sum, item) => sum + roughSize(item), OVERHEAD);
  if (!isDoc(value)) return OVERHEAD;
  let sum = OVERHEAD;
  for (const [name, inner] of value) sum += name.length + roughSize(inner);
  return sum;
}

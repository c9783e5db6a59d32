/** Plain data that can be hashed. */
export type Plain = null | boolean | number | string | readonly Plain[] | { readonly [key: string]: Plain };

/**
 * One text for one content: JSON with keys in code-unit order and no spaces, so that equal content always hashes alike.
 * Input: plain data without undefined. Throws on a number that is not finite, because JSON would turn it into null.
 */
export function canonicalForm(value: Plain): string {
  if (typeof value === 'number' && !Number.isFinite(value))
    throw new RangeError('only finite numbers can be hashed');
  if (value === null || typeof value !== 'object') return JSON.stringify(value);
  if (isList(value)) return `[${value.map(canonicalForm).join(',')}]`;
  const entries = Object.entries(value).sort(([left], [right]) => (left < right ? -1 : 1));
  return `{${entries.map(([key, entry]) => `${JSON.stringify(key)}:${canonicalForm(entry)}`).join(',')}}`;
}

function isList(value: Plain): value is readonly Plain[] {
  return Array.isArray(value);
}

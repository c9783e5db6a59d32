/**
 * The same shuffle for the same seed and the same set, whatever order the input came in, so that one logged seed
 * explains an order to everybody. Each key is hashed with the seed (FNV-1a, then a finaliser) and sorted by the hash.
 * Input: a seed text, items and the key of each. Returns a new list. Equal hashes fall back to the key itself.
 */
export function seededOrder<T>(seed: string, items: readonly T[], keyOf: (item: T) => string): T[] {
  return items
    .map((item) => ({ item, key: keyOf(item), rank: seededNumber(`${seed}\u0000${keyOf(item)}`) }))
    .sort((left, right) => left.rank - right.rank || (left.key < right.key ? -1 : 1))
    .map(({ item }) => item);
}

/** A whole number in [0, 2^32) that depends on nothing but the text. */
export function seededNumber(text: string): number {
  let hash = 0x811c9dc5;
  for (let index = 0; index < text.length; index += 1) {
    hash = Math.imul(hash ^ text.charCodeAt(index), 0x01000193);
  }
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  return (hash ^ (hash >>> 16)) >>> 0;
}

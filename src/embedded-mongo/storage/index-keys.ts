import { Decimal128 } from 'bson';
import { isDoc, MISSING, type Doc, type Found, type Value } from '../bson/values.ts';
import { failWith } from '../command-error.ts';
import { matchFilter } from '../filter/match-filter.ts';
import type { IndexInfo } from './catalog-entry.ts';
import { encodeKey, MAX_KEY_BYTES } from './encode-key.ts';

export type IndexKey = { readonly values: readonly Value[]; readonly encoded: Buffer };
export type IndexKeys = {
  readonly keys: readonly IndexKey[];
  readonly multikey: readonly boolean[];
  readonly lossy: boolean;
};

type Track = { readonly value: Found; readonly path: readonly string[]; readonly done: boolean };

/** The keys under which an index lists a document: one for each element where a field is an array. */
export function indexKeysOf(index: IndexInfo, doc: Doc): IndexKeys {
  const multikey = index.fields.map(() => false);
  if (index.partial && !matchFilter(index.partial, doc)) return { keys: [], multikey, lossy: false };
  const rows = expand(
    index.fields.map(({ path }) => ({ value: doc, path, done: false })),
    multikey,
  );
  const directions = index.fields.map(({ direction }) => direction);
  const listed = index.sparse ? rows.filter((row) => row.some((found) => found !== MISSING)) : rows;
  const keys = withoutRepeats(
    listed.map((row) => {
      const values = row.map((found) => (found === MISSING ? null : found));
      return { values, encoded: encodeKey(values, directions) };
    }),
  );
  return { keys, multikey, lossy: keys.some(isLossy) };
}

const withoutRepeats = (keys: readonly IndexKey[]): readonly IndexKey[] =>
  keys.length < 2
    ? keys
    : [...new Map(keys.map((key) => [key.encoded.toString('latin1'), key] as const)).values()];

function isLossy({ values, encoded }: IndexKey): boolean {
  return encoded.length === MAX_KEY_BYTES || values.some(isInexact);
}

function isInexact(value: Value): boolean {
  if (typeof value === 'bigint') return BigInt(Number(value)) !== value;
  if (Array.isArray(value)) return value.some(isInexact);
  return value instanceof Decimal128 || (isDoc(value) && [...value.values()].some(isInexact));
}

/** Walks all fields together; those that meet the same array take its elements in step. */
function expand(tracks: readonly Track[], multikey: boolean[]): Found[][] {
  const walked = tracks.map(descend);
  const arrays = new Set(walked.filter(({ done }) => !done).map(({ value }) => value));
  const [list, ...others] = arrays;
  if (!Array.isArray(list)) return [walked.map(({ value }) => value)];
  if (others.length > 0) failWith('CannotIndexParallelArrays', 'cannot index parallel arrays');
  walked.forEach(({ value, done }, index) => {
    if (value === list && !done) multikey[index] = true;
  });
  const items: readonly Found[] = list.length === 0 ? [MISSING] : list;
  return items.flatMap((item) =>
    expand(
      walked.map((track) => (track.value === list && !track.done ? elementTrack(item, track.path) : track)),
      multikey,
    ),
  );
}

/** An element that is itself an array is a value; only documents are walked into. An empty array is `undefined`. */
function elementTrack(item: Found, path: readonly string[]): Track {
  if (path.length === 0) return { value: item === MISSING ? undefined : item, path, done: true };
  return isDoc(item) ? { value: item, path, done: false } : { value: MISSING, path, done: true };
}

/** Follows documents until the path or the documents end; an array is left for the caller. */
function descend(track: Track): Track {
  if (track.done) return track;
  let here = track.value;
  for (const [at, part] of track.path.entries()) {
    if (Array.isArray(here)) return { value: here, path: track.path.slice(at), done: false };
    here = isDoc(here) && here.has(part) ? here.get(part) : MISSING;
  }
  return { value: here, path: [], done: !Array.isArray(here) };
}

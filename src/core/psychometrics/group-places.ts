/** Places of a list by what stands there, in the order of first appearance. */
export function groupPlaces<Key>(keys: readonly Key[]): ReadonlyMap<Key, readonly number[]> {
  const places = new Map<Key, number[]>();
  keys.forEach((key, place) => {
    const own = places.get(key);
    if (own === undefined) places.set(key, [place]);
    else own.push(place);
  });
  return places;
}

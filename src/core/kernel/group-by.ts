/** Items under their names, names in the order of first appearance. */
export function groupBy<T, Name extends string>(
  items: readonly T[],
  nameOf: (item: T) => Name,
): Map<Name, readonly T[]> {
  const groups = new Map<Name, T[]>();
  for (const item of items) {
    const group = groups.get(nameOf(item));
    if (group === undefined) groups.set(nameOf(item), [item]);
    else group.push(item);
  }
  return groups;
}

/** Names that have been there before, with the position of the repetition. */
export function repeatedIn(names: readonly string[]): readonly { name: string; index: number }[] {
  return names.flatMap((name, index) => (names.indexOf(name) < index ? [{ name, index }] : []));
}

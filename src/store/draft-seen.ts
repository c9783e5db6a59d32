/** Only where the draft at this path is still the one that was seen; null asks for none. */
export function draftSeen(path: string, seen: number | null): object {
  if (seen === null) return {};
  return { [`${path}.draftNumber`]: seen === 0 ? { $exists: false } : seen };
}

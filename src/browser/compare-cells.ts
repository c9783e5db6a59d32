/** Numbers by size (the first number of a text such as “78 ± 11”), texts by alphabet, numbers before texts. */
export function compareCells(a: string, b: string): number {
  const x = leadingNumber(a);
  const y = leadingNumber(b);
  if (x !== null && y !== null) return x - y;
  if (x !== null) return -1;
  if (y !== null) return 1;
  return a.localeCompare(b);
}

function leadingNumber(text: string): number | null {
  const found = /^[-−+]?\d+(?:\.\d+)?(?=$|[\s%±])/.exec(text);
  return found === null ? null : Number(found[0].replace('−', '-'));
}

import type { ReferenceCase } from './read-cases.ts';

type Judged = Pick<ReferenceCase, 'tolerance' | 'tolerances'>;

/**
 * Where the output of a statistic differs from what a case expects, one sentence each. Numbers may differ by the
 * tolerance, relative where the expected one is below 1e-4; everything else has to be equal.
 */
export function compareOutput(
  actual: unknown,
  expected: unknown,
  judged: Judged,
  at = '',
): readonly string[] {
  if (typeof expected === 'number') {
    const slack = slackOf(expected, judged, at);
    if (typeof actual === 'number' && Math.abs(actual - expected) <= slack) return [];
    return [differs(at, actual, expected)];
  }
  if (expected !== null && typeof expected === 'object') {
    if (actual === null || typeof actual !== 'object' || !sameLength(actual, expected))
      return [differs(at, actual, expected)];
    return Object.entries(expected).flatMap(([name, wanted]) =>
      compareOutput(Reflect.get(actual, name), wanted, judged, at === '' ? name : `${at}.${name}`),
    );
  }
  return actual === expected ? [] : [differs(at, actual, expected)];
}

function slackOf(expected: number, { tolerance, tolerances }: Judged, at: string): number {
  const named = at.split('.').find((name) => tolerances[name] !== undefined);
  const allowed = named === undefined ? tolerance : (tolerances[named] ?? tolerance);
  return Math.abs(expected) < 1e-4 && expected !== 0 ? allowed * Math.abs(expected) : allowed;
}

const sameLength = (actual: object, expected: object): boolean =>
  !Array.isArray(expected) || (Array.isArray(actual) && actual.length === expected.length);

const differs = (at: string, actual: unknown, expected: unknown): string =>
  `${at}: expected ${JSON.stringify(expected)}, got ${actual === undefined ? 'nothing' : JSON.stringify(actual)}`;

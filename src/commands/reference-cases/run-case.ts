import { compareOutput } from './compare-output.ts';
import type { ReferenceCase } from './read-cases.ts';
import { statistics } from './statistics.ts';

export interface CaseResult {
  readonly id: string;
  readonly ok: boolean;
  readonly failures: readonly string[];
}

/** Computes one case and compares; a statistic that is not known, or input it cannot take, is a failure. */
export function runCase(given: ReferenceCase): CaseResult {
  const failures = failuresOf(given);
  return { id: given.id, ok: failures.length === 0, failures };
}

function failuresOf(given: ReferenceCase): readonly string[] {
  const found = statistics[given.id];
  if (found === undefined) return [`no statistic is known for "${given.id}"`];
  try {
    return compareOutput(found.run(given.input), given.expected, given);
  } catch (error) {
    return [`the input was refused: ${error instanceof Error ? error.message : String(error)}`];
  }
}

import { readFileSync } from 'node:fs';
import { expect } from '@jest/globals';

interface StoredCase {
  readonly id: string;
  readonly group: string;
  readonly input: unknown;
  readonly expected: unknown;
  readonly tolerance: number;
}

const path = new URL('./psychometrics-cases.json', import.meta.url);
const { cases } = JSON.parse(readFileSync(path, 'utf8')) as { readonly cases: readonly StoredCase[] };

export interface ReferenceCase<Input, Expected> {
  readonly input: Input;
  readonly expected: Expected;
  /** Expects a number within the tolerance of the case: absolute, relative for tiny values. */
  readonly near: (actual: number | null, wanted: number) => void;
}

/** One case that was computed by R packages or printed in a cited source, and recomputed by a second program. */
export function referenceCase<Input, Expected>(id: string): ReferenceCase<Input, Expected> {
  const found = cases.find((entry) => entry.id === id);
  if (found === undefined) throw new Error(`no reference case ${id}`);
  return {
    input: found.input as Input,
    expected: found.expected as Expected,
    near: (actual, wanted) => {
      const slack = Math.abs(wanted) < 1e-4 ? found.tolerance * Math.abs(wanted) : found.tolerance;
      expect(actual).not.toBeNull();
      expect(Math.abs((actual ?? NaN) - wanted)).toBeLessThanOrEqual(slack);
    },
  };
}

import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { fisherExact } from '../../../src/core/psychometrics/fisher-exact.ts';
import { hypergeometricProbability } from '../../../src/core/psychometrics/hypergeometric-probability.ts';

const selection = fc
  .integer({ min: 1, max: 40 })
  .chain((total) => fc.record({ total: fc.constant(total), selected: fc.integer({ min: 0, max: total }) }));

describe('fisherExact', () => {
  it('adds every table that is at most as likely as the one seen', () => {
    fc.assert(
      fc.property(selection, selection, (focal, reference) => {
        const urn = {
          white: focal.total,
          black: reference.total,
          drawn: focal.selected + reference.selected,
        };
        const all = Array.from({ length: urn.drawn + 1 }, (_, x) => hypergeometricProbability(x, urn));
        const seen = all[focal.selected] ?? NaN;
        const expected = all.filter((own) => own <= seen * (1 + 1e-7)).reduce((a, b) => a + b, 0);
        expect(fisherExact(focal, reference)?.p).toBeCloseTo(Math.min(1, expected), 10);
      }),
      { numRuns: 300 },
    );
  });

  it('ends for counts of millions', () => {
    const found = fisherExact(
      { selected: 4_950_000, total: 10_000_000 },
      { selected: 4_952_000, total: 10_000_000 },
    );
    // The normal approximation of the same table: z = 0.894.
    expect(found?.p).toBeCloseTo(0.371, 2);
  });
});

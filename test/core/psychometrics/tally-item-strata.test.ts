import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { tallyItemStrata } from '../../../src/core/psychometrics/tally-item-strata.ts';

interface Person {
  readonly answers: readonly number[];
  readonly focal: number;
}

/** One after the other, as the definition has it. */
function countPlainly(people: readonly Person[], k: number, item: number) {
  const strata = Array.from({ length: k + 1 }, () => [0, 0, 0, 0]);
  for (const { answers, focal } of people) {
    const score = answers.reduce((a, b) => a + b, 0);
    const cell = 2 * focal + (answers[item] === 1 ? 0 : 1);
    const stratum = strata[score];
    if (stratum !== undefined) stratum[cell] = (stratum[cell] ?? 0) + 1;
  }
  return strata;
}

function tally(people: readonly Person[], k: number, cut: number) {
  const strata = tallyItemStrata(k);
  for (let start = 0; start < people.length; start += cut) {
    const chunk = people.slice(start, start + cut);
    strata.add(
      Float64Array.from(chunk.flatMap(({ answers }) => answers)),
      chunk.map(({ focal }) => focal),
    );
  }
  return strata;
}

describe('a tally of strata', () => {
  it('counts what plain counting counts, for any number of items and however the table is cut', () => {
    const bit = fc.integer({ min: 0, max: 1 });
    const table = fc.integer({ min: 1, max: 14 }).chain((k) =>
      fc.record({
        k: fc.constant(k),
        people: fc.array(fc.record({ answers: fc.array(bit, { minLength: k, maxLength: k }), focal: bit }), {
          maxLength: 60,
        }),
        cut: fc.integer({ min: 1, max: 60 }),
      }),
    );
    fc.assert(
      fc.property(table, ({ k, people, cut }) => {
        const strata = tally(people, k, cut);
        for (let item = 0; item < k; item += 1)
          expect(strata.strataOf(item)).toEqual(countPlainly(people, k, item));
      }),
      { numRuns: 150 },
    );
  });

  it('does not run over where one stratum has more people than a packed count holds', () => {
    const people = Array.from({ length: 1300 }, (_, person) => ({
      answers: [1, 0, 1, 1, 0, 1, person % 2],
      focal: person % 3 === 0 ? 1 : 0,
    }));
    const strata = tally(people, 7, 500);
    for (let item = 0; item < 7; item += 1)
      expect(strata.strataOf(item)).toEqual(countPlainly(people, 7, item));
    expect(strata.strataOf(0)).toEqual(countPlainly(people, 7, 0));
  });

  it('leaves out a person with a missing answer', () => {
    const strata = tallyItemStrata(2);
    strata.add([1, NaN, 1, 0], [0, 1]);
    expect(strata.strataOf(0)).toEqual([
      [0, 0, 0, 0],
      [0, 0, 1, 0],
      [0, 0, 0, 0],
    ]);
  });
});

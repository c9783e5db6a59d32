import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { distractorTable } from '../../../src/core/psychometrics/distractor-table.ts';
import { gwetAgreement } from '../../../src/core/psychometrics/gwet-agreement.ts';
import { intraclass } from '../../../src/core/psychometrics/intraclass.ts';
import { meanSquares } from '../../../src/core/psychometrics/mean-squares.ts';
import { quadraticKappa } from '../../../src/core/psychometrics/quadratic-kappa.ts';
import { raterAgreement } from '../../../src/core/psychometrics/rater-agreement.ts';
import { spearmanOfCounts } from '../../../src/core/psychometrics/spearman-of-counts.ts';
import { spearman } from '../../../src/core/psychometrics/spearman.ts';
import type { CriterionId } from '../../../src/core/kernel/ids.ts';
import { criterionAgreement } from '../../../src/core/quality/criterion-agreement.ts';
import { tallyLevelPairs } from '../../../src/core/quality/tally-level-pairs.ts';
import { tallySituations } from '../../../src/core/quality/tally-situations.ts';

function near(given: number | null | undefined, wanted: number | null | undefined): void {
  if (typeof wanted === 'number') expect(given).toBeCloseTo(wanted, 9);
  else expect(given ?? null).toBeNull();
}

describe('a tally of double ratings', () => {
  const level = fc.integer({ min: 1, max: 5 });
  const pair = fc.record({ first: level, second: level, words: fc.integer({ min: 0, max: 9 }) });

  it('gives what the list of all pairs gives', () => {
    fc.assert(
      fc.property(fc.array(pair, { minLength: 1, maxLength: 60 }), (pairs) => {
        const tally = tallyLevelPairs();
        pairs.forEach(tally.add);
        const found = criterionAgreement('hears' as CriterionId, tally);
        const table = pairs.map(({ first, second }) => [first, second]);
        const plain = raterAgreement(
          pairs.map(({ first }) => first),
          pairs.map(({ second }) => second),
        );
        near(found?.exact, plain?.exact);
        near(found?.adjacent, plain?.adjacent);
        near(found?.kappa.value, quadraticKappa(pairs).value);
        near(found?.ac2.value, gwetAgreement(table, 'quadratic', [1, 2, 3, 4, 5]).value);
        const squares = meanSquares(table);
        near(found?.icc.value, squares.reason === null ? intraclass(squares, 0.9).icc1.value : null);
        const [words, sums] = [pairs.map((one) => one.words), pairs.map((one) => one.first + one.second)];
        near(found?.withWords, spearman(words, sums));
      }),
      { numRuns: 150 },
    );
  });

  it('refuses a level off the scale', () => {
    const tally = tallyLevelPairs();
    expect(() => {
      tally.add({ first: 2.5, second: 3, words: 1 });
    }).toThrow(RangeError);
    expect(() => {
      tally.add({ first: 3, second: 6, words: 1 });
    }).toThrow(RangeError);
    expect(spearmanOfCounts([])).toBeNull();
  });
});

describe('a tally of situations', () => {
  const person = fc.record({
    raws: fc.tuple(
      fc.integer({ min: 0, max: 4 }),
      fc.integer({ min: 0, max: 4 }),
      fc.integer({ min: 0, max: 4 }),
    ),
    best: fc.tuple(
      fc.integer({ min: -1, max: 1 }),
      fc.integer({ min: -1, max: 1 }),
      fc.integer({ min: -1, max: 1 }),
    ),
    ratings: fc.array(fc.integer({ min: 0, max: 7 }), { minLength: 6, maxLength: 6 }),
  });

  it('gives what whole columns give, however people are cut into chunks', () => {
    fc.assert(
      fc.property(
        fc.array(person, { minLength: 2, maxLength: 60 }),
        fc.integer({ min: 1, max: 60 }),
        (people, cut) => {
          const tally = tallySituations([2, 2, 2]);
          for (let start = 0; start < people.length; start += cut) {
            const chunk = people.slice(start, start + cut);
            tally.add({
              persons: chunk.length,
              raws: Float64Array.from(chunk.flatMap(({ raws }) => [...raws])),
              best: Int8Array.from(chunk.flatMap(({ best }) => [...best])),
              ratings: Uint8Array.from(chunk.flatMap(({ ratings }) => ratings)),
            });
          }
          const figures = tally.figures() ?? [];
          expect([tally.persons(), figures.length]).toEqual([people.length, 3]);
          figures.forEach(({ options }, item) => {
            const rest = people.map(({ raws }) => raws[0] + raws[1] + raws[2] - (raws[item] ?? NaN));
            const table = distractorTable(
              people.map(({ best }) => best[item] ?? -1),
              rest,
            );
            options.forEach(({ best, withRest, rating }, option) => {
              const use = table.find((one) => one.option === option);
              near(best, use?.share ?? 0);
              near(withRest, use?.withRest ?? null);
              const given = people
                .map(({ ratings }) => ratings[2 * item + option] ?? 0)
                .filter((one) => one > 0);
              near(rating?.mean, given.length < 2 ? null : given.reduce((a, b) => a + b, 0) / given.length);
            });
          });
        },
      ),
      { numRuns: 150 },
    );
  });
});

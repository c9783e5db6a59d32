import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { seededNumber, seededOrder } from '../../../src/core/kernel/seeded-order.ts';

const labels = fc.uniqueArray(fc.string({ minLength: 1 }), { minLength: 1, maxLength: 30 });
const same = (item: string): string => item;

describe('seededOrder', () => {
  it('gives everybody the same order for one seed, whatever order the list came in', () => {
    fc.assert(
      fc.property(fc.string(), labels, (seed, items) => {
        expect(seededOrder(seed, [...items].reverse(), same)).toEqual(seededOrder(seed, items, same));
      }),
    );
  });

  it('neither loses nor repeats anybody', () => {
    fc.assert(
      fc.property(fc.string(), labels, (seed, items) => {
        expect([...seededOrder(seed, items, same)].sort()).toEqual([...items].sort());
      }),
    );
  });

  it('puts each of three first about equally often over many seeds', () => {
    const first = { a: 0, b: 0, c: 0 };
    for (let seed = 0; seed < 3000; seed += 1) {
      const [winner] = seededOrder(`intake-${seed}`, ['a', 'b', 'c'] as const, same);
      first[winner as 'a'] += 1;
    }
    for (const count of Object.values(first)) expect(Math.abs(count - 1000)).toBeLessThan(120);
  });
});

describe('seededNumber', () => {
  it('is a whole number below 2^32 that depends on the text alone', () => {
    fc.assert(
      fc.property(fc.string(), (text) => {
        const number = seededNumber(text);
        expect(Number.isInteger(number) && number >= 0 && number < 2 ** 32).toBe(true);
        expect(seededNumber(text)).toBe(number);
      }),
    );
  });
});

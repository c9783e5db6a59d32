import { seededNumber } from '../core/kernel/seeded-order.ts';

/** A stream of numbers that depends on nothing but its name. */
export interface Random {
  /** In [0, 1). */
  next(): number;
  /** From the normal distribution with mean 0 and SD 1. */
  normal(): number;
  /** A whole number from 0 to `below` − 1. */
  below(limit: number): number;
  chance(share: number): boolean;
  pick<T>(list: readonly [T, ...T[]]): T;
}

const TWO_32 = 2 ** 32;
const rotate = (value: number, by: number): number => (value << by) | (value >>> (32 - by));

/**
 * Generator xoshiro128** (Blackman & Vigna 2018), its state drawn from the name of the stream. Every simulated person
 * has a stream of their own, so the tenth one is the same whether ten or a hundred thousand are asked for.
 */
export function createRandom(name: string): Random {
  let [a, b, c, d] = [1, 2, 3, 4].map((part) => seededNumber(`${name} ${part}`)) as [
    number,
    number,
    number,
    number,
  ];

  function next(): number {
    const result = Math.imul(rotate(Math.imul(b, 5), 7), 9) >>> 0;
    const kept = b << 9;
    c ^= a;
    d ^= b;
    b ^= c;
    a ^= d;
    c ^= kept;
    d = rotate(d, 11);
    return result / TWO_32;
  }

  /** Box–Muller: 1 − u keeps the logarithm finite. */
  const normal = () => Math.sqrt(-2 * Math.log(1 - next())) * Math.cos(2 * Math.PI * next());
  const below = (limit: number) => Math.floor(next() * limit);

  return {
    next,
    normal,
    below,
    chance: (share) => next() < share,
    pick: (list) => list[below(list.length)] ?? list[0],
  };
}

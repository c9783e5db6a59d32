import { describe, expect, it } from '@jest/globals';
import mongoose from 'mongoose';
import { createRowReader } from '../../src/store/row-reader.ts';

const stored = (row: object): Uint8Array => mongoose.mongo.BSON.serialize(row);
const at = new Date('2026-03-04T05:06:07Z');

describe('a row reader', () => {
  it('makes a value of a row, of any type that rows have', () => {
    const read = createRowReader((row: { readonly _id: string }) => row);
    const row = { _id: 'Zoë–😀', score: 66.25, none: null, at, levels: [{ level: 4 }, { level: null }] };
    expect(read(stored(row))).toEqual(row);
  });

  it('gives the same value for bytes that come again and again, and another one as soon as anything in them differs', () => {
    const read = createRowReader((row: { readonly score: number }) => ({ score: row.score }));
    const one = { _id: 'a', score: 1 };
    read(stored(one));
    const kept = read(stored(one));
    expect(kept).toEqual({ score: 1 });
    expect(read(stored(one))).toBe(kept);
    expect(read(stored({ ...one, score: 2 }))).toEqual({ score: 2 });
    expect(read(stored({ ...one, score: 2 }))).toEqual({ score: 2 });
    expect(read(stored(one))).toBe(kept);
  });

  it('reads out of the middle of a larger buffer', () => {
    const read = createRowReader((row: { readonly _id: string }) => row);
    const bytes = stored({ _id: 'inside' });
    const around = new Uint8Array(bytes.length + 20);
    around.set(bytes, 7);
    expect(read(around.subarray(7, 7 + bytes.length))).toEqual({ _id: 'inside' });
  });

  const counted = () => {
    const made = { times: 0 };
    const read = createRowReader((row: { readonly n: number }) => {
      made.times += 1;
      return row;
    });
    const walk = (from: number, to: number) => {
      for (let n = from; n < to; n += 1) read(stored({ n }));
    };
    return { made, walk };
  };

  it('keeps nothing of a walk that passes everybody once', () => {
    const { made, walk } = counted();
    walk(0, 5000);
    expect(made.times).toBe(5000);
    walk(0, 1);
    walk(0, 1);
    expect(made.times).toBe(5001);
  });

  it('forgets what was not asked for lately, and keeps what was', () => {
    const { made, walk } = counted();
    walk(0, 900);
    walk(0, 900);
    for (let from = 1000; from < 4000; from += 500) {
      walk(from, from + 500);
      walk(from, from + 500);
      walk(0, 100);
    }
    made.times = 0;
    walk(0, 100);
    expect(made.times).toBe(0);
    walk(800, 801);
    expect(made.times).toBe(1);
  });
});

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

  it('gives the same value for the same bytes, and another one as soon as anything in them differs', () => {
    const read = createRowReader((row: { readonly score: number }) => ({ score: row.score }));
    const first = read(stored({ _id: 'a', score: 1 }));
    expect(read(stored({ _id: 'a', score: 1 }))).toBe(first);
    expect(read(stored({ _id: 'a', score: 2 }))).toEqual({ score: 2 });
    expect(read(stored({ _id: 'a', score: 1 }))).toBe(first);
  });

  it('reads out of the middle of a larger buffer', () => {
    const read = createRowReader((row: { readonly _id: string }) => row);
    const bytes = stored({ _id: 'inside' });
    const around = new Uint8Array(bytes.length + 20);
    around.set(bytes, 7);
    expect(read(around.subarray(7, 7 + bytes.length))).toEqual({ _id: 'inside' });
  });

  it('forgets what was not asked for lately', () => {
    let made = 0;
    const read = createRowReader((row: { readonly n: number }) => {
      made += 1;
      return row;
    });
    for (let n = 0; n < 3000; n += 1) read(stored({ n }));
    read(stored({ n: 2999 }));
    expect(made).toBe(3000);
    read(stored({ n: 0 }));
    expect(made).toBe(3001);
  });
});

import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { findQuote } from '../../../src/core/rating/find-quote.ts';

const text = { a: 'I am sorry (truly).\n\nYou lost a day.', b: 'I call at nine. 100% sure?' };

describe('finding quoted words', () => {
  it('gives where they stand, in step a before step b', () => {
    expect(findQuote('lost a day', text)).toEqual({ step: 'a', start: 25, end: 35 });
    expect(findQuote('I call', text)).toEqual({ step: 'b', start: 0, end: 6 });
    expect(findQuote('I', text)).toMatchObject({ step: 'a', start: 0 });
  });
  it('lets spaces and line breaks differ, nothing else', () => {
    expect(findQuote('  (truly). You ', text)).toEqual({ step: 'a', start: 11, end: 24 });
    expect(findQuote('lost the day', text)).toBeNull();
    expect(findQuote('Lost a day', text)).toBeNull();
  });
  it('takes every sign for itself', () => {
    expect(findQuote('100% sure?', text)).toMatchObject({ step: 'b' });
    expect(findQuote('.*', text)).toBeNull();
  });
  it('finds nothing in nothing', () => {
    expect(findQuote(' \n ', text)).toBeNull();
  });
  it('finds every run of words of any text inside it', () => {
    fc.assert(
      fc.property(fc.array(fc.string({ minLength: 1 }), { minLength: 1 }), (parts) => {
        const a = parts.join(' ');
        fc.pre(a.trim() !== '');
        const found = findQuote(a, { a, b: '' });
        expect(a.slice(found?.start, found?.end)).toBe(a.trim());
      }),
    );
  });
});

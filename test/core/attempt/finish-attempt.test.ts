import { createHash } from 'node:crypto';
import { describe, expect, it } from '@jest/globals';
import { writeReceipt } from '../../../src/core/attempt/finish-attempt.ts';
import type { ItemId } from '../../../src/core/kernel/ids.ts';
import { aForm } from '../form/a-form.ts';
import { aStored, BEGAN } from './an-attempt.ts';

const sha256 = (text: string) => createHash('sha256').update(text).digest('hex');
const rated = aStored({ seq: 4, value: { kind: 'rate-options', ratings: { a: 1 } as never } });
const written = aStored({ seq: 2, value: { kind: 'written-response', a: 'Hello', b: '' } });
const blank = aStored({ seq: 1, value: { kind: 'written-response', a: ' ', b: '' } });
const receiptOf = (responses: Record<string, typeof rated>) =>
  writeReceipt({
    attempt: { responses: responses },
    form: aForm(),
    code: 'K7Q2',
    at: BEGAN,
    sha256,
  });

describe('a receipt', () => {
  it('names every stored response with its number and counts those that hold something', () => {
    const receipt = receiptOf({ j01: rated, w01: written, w02: blank });
    expect(receipt).toMatchObject({ code: 'K7Q2', at: BEGAN, count: 2, items: { j01: 4, w01: 2, w02: 1 } });
  });

  it('has one hash for one content, whatever order it was saved in', () => {
    expect(receiptOf({ j01: rated, w01: written }).hash).toBe(receiptOf({ w01: written, j01: rated }).hash);
    const other = aStored({ ...written, value: { kind: 'written-response', a: 'Hello!', b: '' } });
    expect(receiptOf({ j01: rated, w01: other }).hash).not.toBe(receiptOf({ j01: rated, w01: written }).hash);
  });

  it('of nothing counts nothing and does not count an item that the form lacks', () => {
    expect(receiptOf({})).toMatchObject({ count: 0, items: {} });
    expect(receiptOf({ ['x' as ItemId]: rated }).count).toBe(0);
  });
});

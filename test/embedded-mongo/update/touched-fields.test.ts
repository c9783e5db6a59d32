import { describe, expect, it } from '@jest/globals';
import type { Document } from 'bson';
import { parseUpdate } from '../../../src/embedded-mongo/update/parse-update.ts';
import { touchedFields } from '../../../src/embedded-mongo/update/touched-fields.ts';
import { docOf } from '../support/bson-documents.ts';

describe('touchedFields', () => {
  it.each<[Document, string[] | null]>([
    [{ $set: { a: 1, 'b.c': 2, 'b.d.0': 3 } }, ['a', 'b']],
    [{ $inc: { n: 1 }, $push: { 'list.$[].tags': 'x' }, $unset: { gone: 1 } }, ['gone', 'list', 'n']],
    [{ $rename: { 'old.name': 'fresh.name' } }, ['fresh', 'old']],
    [{ $setOnInsert: { first: 1 } }, ['first']],
    [{ a: 1 }, null],
  ])('of %j are %j', (change, fields) => {
    const touched = touchedFields(parseUpdate(docOf(change), undefined));
    expect(touched === null ? null : [...touched].sort()).toEqual(fields);
  });
});

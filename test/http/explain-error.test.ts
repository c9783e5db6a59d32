import { describe, expect, it } from '@jest/globals';
import mongoose from 'mongoose';
import { explainError } from '../../src/http/explain-error.ts';

const { MongoNetworkError, MongoServerError } = mongoose.mongo;
const answer = (code: number, errmsg: string) => new MongoServerError({ ok: 0, code, errmsg });

describe('What people are told of a fault', () => {
  it.each([
    ['a store that is gone', new MongoNetworkError('connection closed'), 503, 'does not answer'],
    ['a store whose time ran out', answer(50, 'operation exceeded time limit'), 503, 'does not answer'],
    ['a store that hands over to another', answer(10107, 'not primary'), 503, 'does not answer'],
    ['a store without room', answer(14031, 'disk is full'), 503, 'no room to save'],
    ['a request that the store refuses', answer(2, 'bad value'), 500, 'on our side'],
    ['a fault of our own', new TypeError('x is undefined'), 500, 'on our side'],
    ['something that is no error', 'text', 500, 'on our side'],
    ['a body that is too long', { type: 'entity.too.large', status: 413 }, 413, 'too much text'],
    ['a body that cannot be read', { status: 400 }, 400, 'could not be read'],
  ])('is true of %s', (_what, error, status, heading) => {
    const reply = explainError(error);
    expect(reply.status).toBe(status);
    expect(reply.heading).toContain(heading);
    expect(reply.text).not.toContain('undefined');
  });
});

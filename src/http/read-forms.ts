import express, { type Request } from 'express';

const MOST_BYTES = 128 * 1024;
const MOST_READ = 4 * MOST_BYTES;

const tooLong = new WeakSet<object>();

/** Reads posted forms. One that is longer than it may be is still read, up to a point, so that its text can come back. */
export const readForms = express.urlencoded({
  extended: false,
  limit: MOST_READ,
  parameterLimit: 500,
  verify: (req, _res, body) => {
    if (body.length > MOST_BYTES) tooLong.add(req);
  },
});

export const isTooLong = (req: Request): boolean => tooLong.has(req);

import type { RequestHandler } from 'express';
import { existsSync, readdirSync } from 'node:fs';
import { extname } from 'node:path';

/**
 * The build leaves a packed copy beside each script and style sheet; over a bad line a page then needs half the bytes.
 * Only files that are the same for everybody are packed, never a page: its length would tell of the token in it.
 */
export function preferPacked(folder: string): RequestHandler {
  const packed = new Set(
    existsSync(folder) ? readdirSync(folder).filter((name) => name.endsWith('.gz')) : [],
  );
  return (req, res, next) => {
    const name = `${req.path.slice(1)}.gz`;
    if (packed.has(name)) {
      res.vary('Accept-Encoding');
      if (req.acceptsEncodings(['gzip', 'identity']) === 'gzip') {
        res.set('Content-Encoding', 'gzip').type(extname(req.path));
        req.url = `/${name}`;
      }
    }
    next();
  };
}

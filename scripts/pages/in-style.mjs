import { readdirSync } from 'node:fs';
import { join } from 'node:path';

/** A fault in the style sheet, whose name is known once it is built. */
export const inStyle = (fault) => ({
  ...fault,
  get file() {
    return join(
      'public',
      readdirSync('dist/public').find((name) => /^app.*\.css$/.test(name)),
    );
  },
});

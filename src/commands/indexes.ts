import { readConfig } from '../config.ts';
import { buildAllIndexes } from '../store/indexes.ts';

/** Builds every index on MONGODB_URI and says so; the embedded store builds its own at each start. */
async function run(): Promise<string> {
  const read = readConfig(process.env);
  if (read.kind === 'refused') throw new Error(read.problems.join('\n'));
  if (read.config.mongodbUri === null) {
    throw new Error('Set MONGODB_URI: the embedded store builds its indexes by itself.');
  }
  await buildAllIndexes(read.config.mongodbUri);
  return 'Every index is built.';
}

try {
  process.stdout.write(`${await run()}\n`);
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : 'The indexes could not be built.'}\n`);
  process.exitCode = 1;
}

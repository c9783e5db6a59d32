import { readConfig } from '../config.ts';
import { buildAllIndexes } from '../store/indexes.ts';

/** Builds every index on MONGODB_URI. The embedded store builds its own at each start. */
async function run(): Promise<void> {
  const read = readConfig(process.env);
  if (read.kind === 'refused') return fail(read.problems.join('\n'));
  if (read.config.mongodbUri === null)
    return fail('Set MONGODB_URI: the embedded store builds its indexes by itself.');
  await buildAllIndexes(read.config.mongodbUri);
  process.stdout.write('Every index is built.\n');
}

function fail(message: string): void {
  process.stderr.write(`${message}\n`);
  process.exitCode = 1;
}

await run();

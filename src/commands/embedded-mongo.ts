import { parseArgs } from 'node:util';
import { startEmbeddedMongo } from '../embedded-mongo/start.ts';
import { StartError } from '../embedded-mongo/start-error.ts';
import { verifyDirectory } from '../embedded-mongo/verify-directory.ts';

/** Runs the embedded store alone until it is told to stop, or checks a directory that no store runs on. */
async function run(): Promise<void> {
  const { values } = parseArgs({
    options: { data: { type: 'string' }, port: { type: 'string' }, verify: { type: 'boolean' } },
  });
  const port = Number(values.port ?? 0);
  if (values.data === undefined || !Number.isInteger(port) || port < 0 || port > 65535) {
    throw new StartError(
      'start-failed',
      'Usage: npm run embedded-mongo -- --data DIRECTORY [--port NUMBER | --verify]',
    );
  }
  if (values.verify === true) return verify(values.data);
  const store = await startEmbeddedMongo({ dataDir: values.data, port });
  console.log(store.uri);
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    process.once(signal, () => {
      store.close().then(
        () => process.exit(0),
        () => process.exit(1),
      );
    });
  }
}

async function verify(dataDir: string): Promise<void> {
  const problems = await verifyDirectory(dataDir);
  for (const problem of problems) console.log(problem);
  console.log(problems.length === 0 ? 'sound' : `${problems.length} problems`);
  process.exitCode = problems.length === 0 ? 0 : 1;
}

run().catch((error: unknown) => {
  console.error(error instanceof StartError ? error.message : error);
  process.exit(1);
});

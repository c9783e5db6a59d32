import { build } from 'esbuild';

/** The queue that the candidate's page itself uses, so that a judge meets the server as a browser does. */
export async function loadBrowserQueue() {
  const { outputFiles } = await build({
    entryPoints: ['src/browser/candidate/response-queue.ts'],
    bundle: true,
    format: 'esm',
    write: false,
  });
  const { createResponseQueue } = await import(
    `data:text/javascript;base64,${Buffer.from(outputFiles[0].contents).toString('base64')}`
  );
  return createResponseQueue;
}

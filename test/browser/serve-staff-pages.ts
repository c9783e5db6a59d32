import { build } from 'esbuild';
import { readFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { basename, join } from 'node:path';

type Answer = { status?: number; html: string };
export type Pages = Record<string, (method: string, body: string) => Answer>;

const POLICY =
  "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; font-src 'self'; connect-src 'self'; " +
  "form-action 'self'; base-uri 'none'; frame-ancestors 'none'; require-trusted-types-for 'script'; trusted-types fragment";

/** Pages of a test with the real style sheet and script, under the policy that staff pages have. */
export async function serveStaffPages(
  pages: Pages,
): Promise<{ address: string; close: () => Promise<void> }> {
  const assets = await bundle();
  const server = createServer((req, res) => {
    const path = new URL(req.url ?? '/', 'http://localhost').pathname;
    const asset = assets.get(path);
    const chunks: Buffer[] = [];
    req.on('data', (chunk: Buffer) => chunks.push(chunk));
    req.on('end', () => {
      const page = pages[path]?.(req.method ?? 'GET', Buffer.concat(chunks).toString());
      const type = path.endsWith('.css')
        ? 'text/css'
        : path.endsWith('.js')
          ? 'text/javascript'
          : 'font/woff2';
      res.writeHead(page?.status ?? (page === undefined && asset === undefined ? 404 : 200), {
        'content-type': page === undefined ? type : 'text/html; charset=utf-8',
        'content-security-policy': POLICY,
      });
      res.end(page?.html ?? asset);
    });
  });
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready));
  const { port } = server.address() as AddressInfo;
  return { address: `http://127.0.0.1:${port}`, close: () => stop(server) };
}

async function bundle(): Promise<Map<string, Uint8Array>> {
  const { outputFiles } = await build({
    entryPoints: ['public/css/app.css', 'src/browser/staff.ts'],
    bundle: true,
    format: 'esm',
    external: ['/assets/*'],
    entryNames: '[name]',
    outdir: '/',
    write: false,
  });
  const font = 'inter-latin-wght-normal.woff2';
  return new Map([
    ...outputFiles.map((file): [string, Uint8Array] => [`/assets/${basename(file.path)}`, file.contents]),
    [`/assets/fonts/${font}`, readFileSync(join('public/fonts', font))],
    ['/assets/icons/attune.svg', readFileSync('public/icons/attune.svg')],
  ]);
}

function stop(server: Server): Promise<void> {
  server.closeAllConnections();
  return new Promise((done) =>
    server.close(() => {
      done();
    }),
  );
}

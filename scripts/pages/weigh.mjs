import { gzipSync } from 'node:zlib';

const sizes = new Map();

/** Bytes that the first visit of a page brings over a line that packs what can be packed. */
export async function weigh(page) {
  const names = await page.evaluate(`performance.getEntriesByType('resource').map(({ name }) => name)`);
  let bytes = gzipSync(await page.content()).length;
  for (const name of new Set(names.filter((one) => one.includes('/assets/'))))
    bytes += await packedSize(name);
  return bytes;
}

async function packedSize(url) {
  if (!sizes.has(url)) {
    const body = Buffer.from(await (await fetch(url)).arrayBuffer());
    sizes.set(url, Math.min(body.length, gzipSync(body).length));
  }
  return sizes.get(url);
}

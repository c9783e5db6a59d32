const MOST_PAGES = 90;

/** An address without what differs from one object to the next: one page of each kind is enough. */
const kindOf = (path) =>
  path
    .replace(/[\w-]{22}/g, 'id')
    .replace(/\/(items|practice|parts)\/[\w-]+/g, '/$1/one')
    .replace(/\/(item|part|practice)\.[\w-]+/g, '/$1.one')
    .replace(/([?&])(after|x|a|b|person|ids?|applicants?)=[^&]*/g, '$1$2')
    .replace(/^\/|\/$/g, '')
    .replace(/[^\w-]+/g, '_') || 'home';

/** Follows every link of the product that a person sees and calls `seen(page, kind)` once for each kind of page. */
export async function crawl(page, address, known, seen) {
  const waiting = ['/'];
  const here = new Set(['home']);
  for (let count = 0; waiting.length > 0 && count < MOST_PAGES; count += 1) {
    const path = waiting.shift();
    const response = await open(page, address + path);
    if (response === null) continue;
    const kind = kindOf(path);
    if (response.status() >= 400) throw new Error(`${response.status()} at ${path}`);
    if (!known.has(kind) || kind === 'home') await seen(page, kind);
    known.add(kind);
    for (const href of await linksOf(page, address)) {
      if (here.has(kindOf(href))) continue;
      here.add(kindOf(href));
      waiting.push(href);
    }
  }
}

/** Null where the address is a file to keep and no page. */
async function open(page, url) {
  try {
    return await page.goto(url);
  } catch (error) {
    if (String(error).includes('Download is starting')) return null;
    throw error;
  }
}

async function linksOf(page, address) {
  const hrefs = await page.evaluate(
    `[...document.querySelectorAll('a[href]:not([download])')].map(({ href }) => href)`,
  );
  return hrefs
    .filter((href) => href.startsWith(`${address}/`) && !href.includes('/i/'))
    .map((href) => href.slice(address.length).replace(/#.*$/, ''))
    .filter((path) => path !== '' && !path.startsWith('/assets'));
}

/** The kind of page that an address leads to: without what differs from one object, order or portion to the next. */
export const kindOf = (path) =>
  path
    .replace(/\/[\w-]{22,64}(?=[/?]|$)/g, '/id')
    .replace(/\/(items|practice|parts|versions|calibration|assessments)\/[\w-]+/g, '/$1/one')
    .replace(/\/(item|part|practice|check)\.[\w-]+/g, '/$1.one')
    .replace(/^\/(requisitions\/id|assessments\/one)\/preview/, '/preview')
    .replace(/([?&])(after|x|a|b|person|ids?|applicants?|list|sort|intake)=[^&]*/g, '$1$2')
    .replace(/^\/|\/$/g, '')
    .replace(/[^\w-]+/g, '_') || 'home';

/**
 * Follows every link of the product that a person sees and calls `seen(page, kind)` once for each kind of page, and
 * `refused(path, status)` for a link that leads nowhere.
 */
export async function crawl(page, address, { known, most, seen, refused }) {
  const waiting = ['/'];
  const here = new Set(['home']);
  for (let count = 0; waiting.length > 0 && count < most; count += 1) {
    const path = waiting.shift();
    const response = await open(page, address + path);
    if (response === null) continue;
    const kind = kindOf(path);
    if (response.status() >= 400) {
      refused(path, response.status());
      continue;
    }
    const hrefs = await linksOf(page, address);
    if (!known.has(kind) || kind === 'home') await seen(page, kind);
    known.add(kind);
    for (const href of hrefs) {
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

import { load } from 'cheerio';

/** A finished picture as a reader of the markup sees it. */
export function readChart(svg: string) {
  const $ = load(svg, { xml: true });
  const root = $('svg');
  const [title, desc] = (root.attr('aria-labelledby') ?? '').split(' ');
  return {
    $,
    role: root.attr('role'),
    title: $(`[id="${title ?? ''}"]`).text(),
    description: $(`[id="${desc ?? ''}"]`).text(),
    texts: $('text')
      .toArray()
      .map((element) => $(element).text()),
    /** Every number of an attribute, to find NaN and Infinity. */
    faults: /NaN|Infinity|undefined|style=/.exec(svg)?.[0] ?? null,
  };
}

type Attributes = Readonly<Record<string, string | number | null>>;

const ENTITIES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };
const SPECIAL = /[&<>"]/;
const EACH = /[&<>"]/g;

/** Text that may stand in markup. Most of it needs no change. */
export const escapeText = (text: string): string =>
  SPECIAL.test(text) ? text.replace(EACH, (sign) => ENTITIES[sign] ?? sign) : text;

/** Plain text inside an element. */
export const drawText = (attributes: Attributes, text: string): string =>
  drawElement('text', attributes, escapeText(text));

/**
 * One SVG element. Attribute values are escaped, numbers rounded to a tenth, nulls left out; `inside` is finished
 * markup. Colours are attributes for print and mail, classes let the style sheet overrule them on screen.
 */
export function drawElement(name: string, attributes: Attributes, inside = ''): string {
  let written = '';
  for (const key in attributes) {
    const value = attributes[key] ?? null;
    if (value !== null) written += ` ${key}="${writeValue(value)}"`;
  }
  return inside === '' ? `<${name}${written}/>` : `<${name}${written}>${inside}</${name}>`;
}

const writeValue = (value: string | number): string =>
  typeof value === 'number' ? String(roundTenth(value)) : escapeText(value);

/** A tenth of a unit is finer than any screen shows. */
export const roundTenth = (value: number): number => Math.round(value * 10) / 10;

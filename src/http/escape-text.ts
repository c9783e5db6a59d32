const SPECIAL = /[&<>"']/;
const EACH = /[&<>"']/g;
const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&#34;',
  "'": '&#39;',
};

/** Text as it may stand in markup, between tags and in quoted attributes. Most of it needs no change. */
export function escapeText(value: string | number | boolean | null | undefined): string {
  const text = value === undefined || value === null ? '' : String(value);
  return SPECIAL.test(text) ? text.replace(EACH, (sign) => ENTITIES[sign] ?? sign) : text;
}

/** Text as it is stored, or why it cannot be stored without changing it. */
export type CanonicalText =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'refused'; readonly reason: 'ill-formed-text' };

const LINE_ENDS = /\r\n?/g;
// A lone surrogate is no character, and a page turns NUL into something else: neither would come back as it was sent.
const NOT_STORABLE = /\p{Surrogate}|\0/u;

/** The one spelling of a text: LF line ends, well-formed Unicode. Nothing else is changed, no space is trimmed. */
export function canonicalText(raw: string): CanonicalText {
  if (NOT_STORABLE.test(raw)) return { kind: 'refused', reason: 'ill-formed-text' };
  return { kind: 'text', text: raw.replace(LINE_ENDS, '\n') };
}

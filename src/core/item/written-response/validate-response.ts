import { canonicalText, type CanonicalText } from '../canonical-text.ts';
import { isPlainRecord } from '../plain-record.ts';
import type { WrittenValue } from '../response-value.ts';
import { invalid, MAX_RESPONSE_BYTES, type ResponseCheck } from '../response-check.ts';
import { utf8Length } from '../utf8-length.ts';

/** Both steps as text; a step that is not there yet is the empty text. Input: an untrusted `{ a, b }`. */
export function validateWrittenResponse(raw: unknown): ResponseCheck<WrittenValue> {
  if (!isPlainRecord(raw)) return invalid('wrong-shape');
  const a = readText(raw.a);
  const b = readText(raw.b);
  if (a === null || b === null) return invalid('wrong-shape');
  if (a.kind === 'refused' || b.kind === 'refused') return invalid('ill-formed-text');
  if (utf8Length(a.text) + utf8Length(b.text) > MAX_RESPONSE_BYTES) return invalid('too-long');
  return { kind: 'valid', value: { kind: 'written-response', a: a.text, b: b.text } };
}

function readText(raw: unknown): CanonicalText | null {
  if (raw === undefined || raw === null) return { kind: 'text', text: '' };
  return typeof raw === 'string' ? canonicalText(raw) : null;
}

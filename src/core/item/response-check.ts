import type { ResponseValue } from './response-value.ts';

/** One stored response, both steps of a written one together, in UTF-8. */
export const MAX_RESPONSE_BYTES = 16 * 1024;

export type ResponseRefusal =
  | 'wrong-shape'
  | 'unknown-option'
  | 'rating-out-of-range'
  | 'same-option'
  | 'place-out-of-range'
  | 'same-place'
  | 'ill-formed-text'
  | 'too-long';

/** An untrusted value in canonical form, or why it is not a response to its item. */
export type ResponseCheck<Value extends ResponseValue = ResponseValue> =
  | { readonly kind: 'valid'; readonly value: Value }
  | { readonly kind: 'invalid'; readonly reason: ResponseRefusal };

/** The refusal as a value. */
export const invalid = (
  reason: ResponseRefusal,
): { readonly kind: 'invalid'; readonly reason: ResponseRefusal } => ({ kind: 'invalid', reason });

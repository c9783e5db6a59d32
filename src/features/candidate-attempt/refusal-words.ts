import type { ResponseRefusal } from '../../core/item/response-check.ts';

/** What a candidate reads when an answer cannot be stored as it is. */
export const REFUSAL_WORDS: Readonly<Record<ResponseRefusal, string>> = {
  'wrong-shape': 'This answer could not be read. Please save it again.',
  'unknown-option': 'One of the choices does not belong to this question. Please choose again.',
  'rating-out-of-range': 'Choose a point from 1 to 7 for each step.',
  'same-option': 'The best and the worst step cannot be the same. Please change one of them.',
  'place-out-of-range': 'Each number has to be a place in the list. Please change it.',
  'same-place': 'Two steps have the same place. Please give each its own.',
  'ill-formed-text':
    'The text holds a sign that cannot be stored, perhaps from a paste. Please remove it and save again.',
  'too-long': 'The text is too long to be stored. Please shorten it and save again.',
};

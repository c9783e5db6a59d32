import type { Rubric } from '../../core/rubric/rubric-draft.ts';
import type { RubricAtWork } from './load-rubric.ts';
import { NOT_ADOPTED } from './rubric-words.ts';
import { nameOf } from './versions-table.ts';

/** Why the draft is here again though it had been sent off; null where it had not. */
export function returnedWords(at: RubricAtWork, draft: NonNullable<Rubric['draft']>): string | null {
  const { refusal, notAdopted } = draft;
  if (notAdopted !== undefined) {
    const { number, because } = notAdopted;
    return `Version ${number} did not take effect: ${NOT_ADOPTED[because]}. Its text is the draft again.`;
  }
  return refusal === undefined ? null : `${nameOf(at, refusal.by)} sent it back: “${refusal.reason}”`;
}

import { countSteps, shownFeedbacks } from '../../core/feedback/process-feedback.ts';
import type { Requisition } from '../../core/requisition/requisition.ts';
import type { Deps } from '../../deps.ts';

/** What many candidates of a role said together; `few` where they are not many yet. */
export type ReadFeedback =
  | { readonly kind: 'few' }
  | {
      readonly kind: 'shown';
      readonly people: number;
      readonly fair: readonly number[];
      readonly clear: readonly number[];
      readonly texts: readonly string[];
    };

export async function readFeedback(
  { stores }: Deps,
  { organisationId, id }: Requisition,
): Promise<ReadFeedback> {
  const people = shownFeedbacks(await stores.candidateFeedback.count(organisationId, id));
  if (people === 0) return { kind: 'few' };
  const [rows, texts] = await Promise.all([
    stores.candidateFeedback.countFirst(organisationId, id, people),
    stores.candidateFeedback.listFirstTexts(organisationId, id, people),
  ]);
  return {
    kind: 'shown',
    people,
    fair: countSteps(rows, 'fair'),
    clear: countSteps(rows, 'clear'),
    texts,
  };
}

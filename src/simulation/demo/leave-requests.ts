import type { Applicant } from '../../core/applicant/applicant.ts';
import type { AdjustmentRequestId } from '../../core/kernel/ids.ts';
import type { Actor } from '../../core/person/person.ts';
import type { Requisition } from '../../core/requisition/requisition.ts';
import type { RubricContent } from '../../core/rubric/rubric.ts';
import type { Deps } from '../../deps.ts';
import { askForAdjustment } from '../../features/adjustments/ask-for-adjustment.ts';
import { beginDraft } from '../../features/rubric-editor/begin-draft.ts';
import { loadRubric } from '../../features/rubric-editor/load-rubric.ts';
import { proposeChange } from '../../features/rubric-editor/propose-change.ts';
import { saveDraft } from '../../features/rubric-editor/save-draft.ts';
import { newId } from '../../ops/secrets.ts';

/** What waits for whoever handles adjustments: one person of the demo asks for more time. */
export async function leaveAdjustmentRequest(deps: Deps, applicant: Applicant): Promise<void> {
  const asked = {
    request: newId<AdjustmentRequestId>(),
    want: ['more-time' as const],
    text: 'I read slowly on a screen. Half as much time again would do.',
  };
  await askForAdjustment(deps, { applicant }, asked, deps.clock());
}

/** What waits for the owner and the auditor: the hiring manager wants other weights from the next intake on. */
export async function leaveRubricChange(deps: Deps, manager: Actor, requisition: Requisition): Promise<void> {
  const found = await loadRubric(deps, requisition);
  await beginDraft(deps, manager, found, { rev: found.rubric.rev, source: 'published' });
  const begun = await loadRubric(deps, requisition);
  const fields = { rev: begun.rubric.rev };
  await saveDraft(deps, manager, begun, { fields, content: shiftWeight(found.current) });
  const saved = await loadRubric(deps, requisition);
  await proposeChange(deps, manager, saved, {
    rev: saved.rubric.rev,
    scope: 'next-intake',
    reason: 'Calls about broken plans have grown; what happens after the plan breaks counts for more.',
  });
}

/** Ten points go from the first criterion to the last. */
function shiftWeight({ criteria, examples }: RubricContent): RubricContent {
  const by = (place: number) => (place === 0 ? -10 : place === criteria.length - 1 ? 10 : 0);
  return {
    criteria: criteria.map((criterion, place) => ({ ...criterion, weight: criterion.weight + by(place) })),
    examples,
  };
}

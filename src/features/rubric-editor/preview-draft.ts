import type { Actor } from '../../core/person/person.ts';
import { classifyChange, type RubricChange } from '../../core/rubric/classify-change.ts';
import { PreviewCount, type ChangePreview } from '../../core/rubric/preview-change.ts';
import type { RubricContent } from '../../core/rubric/rubric.ts';
import type { Deps } from '../../deps.ts';
import { staffEvent } from '../../ops/new-event.ts';
import { listOf } from './find-affected.ts';
import type { RubricAtWork } from './load-rubric.ts';

export interface DraftPreview {
  readonly change: RubricChange;
  readonly effect: ChangePreview;
  /** False where the criteria are other ones, so that no score can be foretold. */
  readonly foretold: boolean;
}

/**
 * What the draft would do to everybody in the running intake, on the levels they really have. Looking is written to the
 * audit trail with its figures, so that nobody can try weights until a favourite is in front.
 */
export async function previewDraft(
  deps: Deps,
  actor: Actor,
  at: RubricAtWork,
  content: RubricContent,
): Promise<DraftPreview> {
  const { requisition, intake, rubric, current } = at;
  const change = classifyChange(current, content);
  const foretold = sameCriteria(current, content);
  const count = new PreviewCount(foretold ? content.criteria : null);
  for await (const row of deps.stores.standingScan.scan(listOf(at), change.rerate)) count.add(row);
  const effect = count.summarise(intake.decidingColumn === 'written' ? intake.places : null);
  await deps.stores.audit.record(
    staffEvent(actor.personId, {
      type: 'rubric-change-previewed',
      at: deps.clock(),
      organisationId: requisition.organisationId,
      facts: {
        ...{ requisitionId: requisition.id, rubricId: rubric.id, draft: rubric.rev, change: change.kind },
        ...{ ...effect, largest: Math.round(effect.largest * 100) / 100 },
      },
    }),
  );
  return { change, effect, foretold };
}

function sameCriteria(before: RubricContent, after: RubricContent): boolean {
  const ids = ({ criteria }: RubricContent) =>
    criteria.map(({ id, askedIn }) => `${id} ${askedIn?.join() ?? ''}`);
  return ids(before).sort().join(';') === ids(after).sort().join(';');
}

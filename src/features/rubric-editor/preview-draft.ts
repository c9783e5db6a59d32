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
  /** Responses with ratings that do not count under the new version. */
  readonly stale: number;
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
  const [stale] = await Promise.all([
    change.rerate ? countRated(deps, at) : 0,
    count.addAll(deps.stores.standingScan.scan(listOf(at))),
  ]);
  const effect = count.summarise(intake.decidingColumn === 'written' ? intake.places : null);
  await deps.stores.audit.record(
    staffEvent(actor.personId, {
      type: 'rubric-change-previewed',
      at: deps.clock(),
      organisationId: requisition.organisationId,
      facts: {
        ...{ requisitionId: requisition.id, rubricId: rubric.id, draft: rubric.rev, change: change.kind },
        ...{ ...effect, stale, largest: Math.round(effect.largest * 100) / 100 },
      },
    }),
  );
  return { change, effect, foretold, stale };
}

/** Of the running intake; another one may go by the same anchors. */
function countRated({ stores }: Deps, at: RubricAtWork): Promise<number> {
  const { requisition, current } = at;
  const { organisationId, id: requisitionId, intakes } = requisition;
  const under = { organisationId, requisitionId, anchorHash: current.anchorHash };
  return stores.ratedResponses.countUnder(under, intakes.length > 1 ? listOf(at) : null);
}

function sameCriteria(before: RubricContent, after: RubricContent): boolean {
  const ids = ({ criteria }: RubricContent) =>
    criteria.map(({ id, askedIn }) => `${id} ${askedIn?.join() ?? ''}`);
  return ids(before).sort().join(';') === ids(after).sort().join(';');
}

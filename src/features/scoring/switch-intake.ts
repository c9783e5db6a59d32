import type { IntakeId } from '../../core/kernel/ids.ts';
import { adoptVersion, openNextIntake, type Adoption } from '../../core/requisition/adopt-version.ts';
import type { Requisition } from '../../core/requisition/requisition.ts';
import type { ApprovedRubric } from '../../core/rubric/rubric-draft.ts';
import type { RubricVersion } from '../../core/rubric/rubric.ts';
import { systemEvent } from '../../ops/new-event.ts';
import { newId } from '../../ops/secrets.ts';
import type { ScoringDeps } from './scoring-deps.ts';

/** The flip: one update of the role lets the version count, or tells why it does not. Then the change is done. */
export async function switchIntake(
  deps: ScoringDeps,
  rubric: ApprovedRubric,
  version: RubricVersion,
): Promise<void> {
  const { organisationId, requisitionId, publication } = rubric;
  const { kind, requisition } = await writeIntakes(deps, rubric);
  const missed = kind === 'locked' || kind === 'overtaken';
  const event = systemEvent({
    ...{ type: 'rubric-version-not-adopted', at: deps.clock(), organisationId },
    facts: { requisitionId, rubricVersionId: version.id, because: kind },
  });
  await deps.stores.rubricDrafts.change(rubric, { publication: null }, missed ? [event] : []);
  if (publication.scope === 'everybody')
    await dropIdleTasks(deps, requisition, missed ? version.id : publication.basedOn);
}

async function writeIntakes(
  deps: ScoringDeps,
  { organisationId, requisitionId, publication }: ApprovedRubric,
): Promise<{ kind: Adoption['kind']; requisition: Requisition }> {
  const { intakeId, basedOn, versionId, scope } = publication;
  for (;;) {
    const requisition = await deps.stores.requisitions.find(organisationId, requisitionId);
    if (requisition === null) throw new Error(`requisition ${requisitionId} is gone`);
    const now = deps.clock();
    const adoption =
      scope === 'everybody'
        ? adoptVersion(requisition, { intakeId, basedOn, versionId })
        : openNextIntake(requisition, { id: newId<IntakeId>(), versionId, shuffleSeed: newId(), now });
    if (adoption.kind !== 'adopted') return { kind: adoption.kind, requisition };
    const { intakes } = adoption;
    const next = scope === 'everybody' ? intakeId : (intakes.at(-1)?.id ?? intakeId);
    const event = systemEvent({
      ...{
        type: scope === 'everybody' ? 'rubric-version-adopted' : 'intake-opened',
        at: now,
        organisationId,
      },
      facts: { requisitionId, rubricVersionId: versionId, intakeId: next },
    });
    if ((await deps.stores.requisitions.change(requisition, { intakes }, [event])) === 'changed') {
      return { kind: 'adopted', requisition: { ...requisition, intakes } };
    }
  }
}

/** Nobody has to take up responses under anchors that no intake goes by any more. What somebody began stays. */
async function dropIdleTasks(
  { stores }: ScoringDeps,
  { organisationId, id, intakes }: Requisition,
  versionId: RubricVersion['id'],
): Promise<void> {
  const left = await stores.rubrics.getVersion(organisationId, versionId);
  const counting = await Promise.all(
    intakes.map(({ rubricVersionId }) => stores.rubrics.getVersion(organisationId, rubricVersionId)),
  );
  if (counting.some(({ anchorHash }) => anchorHash === left.anchorHash)) return;
  await stores.ratingTasks.removeUnallocatedUnder(organisationId, id, left.anchorHash);
}

import type { IntakeId } from '../../core/kernel/ids.ts';
import { adoptVersion, openNextIntake, type Adoption } from '../../core/requisition/adopt-version.ts';
import type { ApprovedRubric, NotAdopted } from '../../core/rubric/rubric-draft.ts';
import type { RubricVersion } from '../../core/rubric/rubric.ts';
import { systemEvent } from '../../ops/new-event.ts';
import { newId } from '../../ops/secrets.ts';
import { dropIdleTasks } from './drop-idle-tasks.ts';
import type { ScoringDeps } from './scoring-deps.ts';

/**
 * The flip: one update of the role lets the version count, or tells why it does not. Then the change is done; one that
 * does not take effect gives its text back as the draft, so that it can still be published for people to come.
 */
export async function switchIntake(
  deps: ScoringDeps,
  rubric: ApprovedRubric,
  version: RubricVersion,
): Promise<void> {
  const { organisationId, requisitionId, publication } = rubric;
  const { basedOn, scope } = publication;
  const kind = await writeIntakes(deps, rubric);
  const missed = kind === 'locked' || kind === 'overtaken' ? kind : null;
  if (missed === null) await deps.stores.rubricDrafts.change(rubric, { publication: null }, []);
  else await giveBack(deps, rubric, missed);
  if (scope !== 'everybody') return;
  await dropIdleTasks(deps, organisationId, requisitionId, missed === null ? basedOn : version.id);
}

async function giveBack(
  { clock, stores }: ScoringDeps,
  rubric: ApprovedRubric,
  because: NotAdopted,
): Promise<void> {
  const { organisationId, requisitionId, publication } = rubric;
  const { content, basedOn, number, by, at, versionId: rubricVersionId } = publication;
  const draft = { content, basedOn, changedBy: by, changedAt: at, notAdopted: { number, because } };
  const event = systemEvent({
    ...{ type: 'rubric-version-not-adopted', at: clock(), organisationId },
    facts: { requisitionId, rubricVersionId, because },
  });
  await stores.rubricDrafts.change(rubric, { publication: null, draft }, [event]);
}

async function writeIntakes(
  deps: ScoringDeps,
  { organisationId, requisitionId, publication }: ApprovedRubric,
): Promise<Adoption['kind']> {
  const { intakeId, basedOn, versionId, scope } = publication;
  for (;;) {
    const requisition = await deps.stores.requisitions.find(organisationId, requisitionId);
    if (requisition === null) throw new Error(`requisition ${requisitionId} is gone`);
    const now = deps.clock();
    const adoption =
      scope === 'everybody'
        ? adoptVersion(requisition, { intakeId, basedOn, versionId })
        : openNextIntake(requisition, { id: newId<IntakeId>(), versionId, shuffleSeed: newId(), now });
    if (adoption.kind !== 'adopted') return adoption.kind;
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
      return 'adopted';
    }
  }
}

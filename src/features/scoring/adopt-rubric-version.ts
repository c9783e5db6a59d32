import type { OrganisationId, RequisitionId } from '../../core/kernel/ids.ts';
import type { ApprovedRubric, Rubric } from '../../core/rubric/rubric-draft.ts';
import type { RubricVersion } from '../../core/rubric/rubric.ts';
import { nextVersion } from '../../core/rubric/next-version.ts';
import { whyNotAdopted } from '../../core/rubric/why-not-adopted.ts';
import { staffEvent, systemEvent } from '../../ops/new-event.ts';
import { sha256 } from '../../ops/secrets.ts';
import { bringUpToDate } from './bring-up-to-date.ts';
import { isRatedAgain } from './is-rated-again.ts';
import type { ScoringDeps } from './scoring-deps.ts';
import { switchIntake } from './switch-intake.ts';

/** So many people are brought up to date right after the approval; the rest by the job. */
const AT_ONCE = 50;
const PAGE = 50;

/** Goes on with every approved change, and approves those whose time has passed where there was no second person. */
export async function adoptRubricVersions(deps: ScoringDeps): Promise<void> {
  const now = deps.clock();
  // Many may wait for weeks until responses are rated again; none of them may hold up those behind it.
  for (let after: string | undefined = ''; after !== undefined;) {
    const page = await deps.stores.rubricDrafts.listUnderWay(now, after, PAGE);
    for (const rubric of page) await tryToGoOn(deps, rubric);
    after = page.length < PAGE ? undefined : page.at(-1)?.id;
  }
}

async function tryToGoOn(deps: ScoringDeps, rubric: Rubric): Promise<void> {
  try {
    await goOn(deps, rubric, Infinity);
  } catch (error) {
    deps.logger.error({ err: error, rubricId: rubric.id }, 'a rubric version could not be taken over');
  }
}

/** The same for one role, as far as it goes in a moment. */
export async function adoptRubricVersion(
  deps: ScoringDeps,
  organisationId: OrganisationId,
  requisitionId: RequisitionId,
): Promise<void> {
  const requisition = await deps.stores.requisitions.find(organisationId, requisitionId);
  if (requisition === null) return;
  await goOn(deps, await deps.stores.rubricDrafts.get(requisition), AT_ONCE);
}

/**
 * Build, then flip: the version is inserted, everybody gets a standing under it beside the one that counts, responses
 * are rated again where the anchors changed, and only then one update of the intake changes what counts. Every step may
 * run twice and after a stop; whoever comes second finds it done. A rejection ends it before anything more is built.
 */
async function goOn(deps: ScoringDeps, found: Rubric, most: number): Promise<void> {
  const rubric = await approveInTime(deps, found);
  if (rubric === null) return;
  const version = nextVersion(rubric, rubric.publication, sha256);
  await insertVersion(deps, rubric, version);
  if (rubric.publication.scope === 'everybody' && !(await isStopped(deps, rubric))) {
    const walked = await bringUpToDate(deps, rubric, version, most);
    if (walked === null || !(await isRatedAgain(deps, walked, version))) return;
    return switchIntake(deps, walked, version);
  }
  await switchIntake(deps, rubric, version);
}

async function isStopped({ stores }: ScoringDeps, rubric: ApprovedRubric): Promise<boolean> {
  const requisition = await stores.requisitions.find(rubric.organisationId, rubric.requisitionId);
  return requisition !== null && whyNotAdopted(requisition, rubric.publication) !== null;
}

/** The change once it is approved; null while it waits. */
async function approveInTime(deps: ScoringDeps, rubric: Rubric): Promise<ApprovedRubric | null> {
  const { publication, organisationId, requisitionId, id } = rubric;
  if (publication === null) return null;
  const { approval, dueAt, versionId: rubricVersionId, number, scope } = publication;
  if (approval !== null) return { ...rubric, publication: { ...publication, approval } };
  const at = deps.clock();
  if (dueAt === null || dueAt > at) return null;
  const approved = { ...publication, state: 'adopting', approval: { kind: 'delay', at: dueAt } } as const;
  const event = systemEvent({
    ...{ type: 'rubric-change-approved', at, organisationId },
    facts: { requisitionId, rubricId: id, rubricVersionId, number, scope },
  });
  const changes = { publication: approved, draft: null };
  const outcome = await deps.stores.rubricDrafts.change(rubric, changes, [event]);
  return outcome === 'changed' ? { ...rubric, ...changes, rev: rubric.rev + 1 } : null;
}

async function insertVersion({ stores }: ScoringDeps, rubric: Rubric, version: RubricVersion): Promise<void> {
  const { organisationId, requisitionId, id, number, publishedBy, publishedAt } = version;
  const event = staffEvent(publishedBy, {
    ...{ type: 'rubric-version-published', at: publishedAt, organisationId },
    facts: { requisitionId, rubricId: rubric.id, rubricVersionId: id, number },
  });
  const outcome = await stores.rubrics.insertVersion(version, [event]);
  // Taken by this very version, unless something is broken; then this throws.
  if (outcome === 'number-taken') await stores.rubrics.getVersion(organisationId, id);
}

import type { KeyedForm } from '../../content/keyed-forms.ts';
import type {
  FormVersionId,
  IntakeId,
  KeyVersionId,
  OrganisationId,
  RequisitionId,
  RubricId,
  RubricVersionId,
} from '../../core/kernel/ids.ts';
import type { Actor } from '../../core/person/person.ts';
import { draftRequisition } from '../../core/requisition/draft-requisition.ts';
import { rubricHashes } from '../../core/rubric/rubric-hashes.ts';
import type { RubricVersion } from '../../core/rubric/rubric.ts';
import type { Deps, KeyDeps } from '../../deps.ts';
import { contentId } from '../../ops/content-id.ts';
import { staffEvent } from '../../ops/new-event.ts';
import { newId, sha256 } from '../../ops/secrets.ts';
import type { NewRequisition } from './requests.ts';

/** What adoption copies from. */
type AdoptedKeys = Pick<KeyDeps, 'keyedForms' | 'keyVersions'>;

type Adoption = { kind: 'adopted'; requisitionId: RequisitionId } | { kind: 'no-such-assessment' };

/**
 * Makes a draft role around copies of form, key and rubric. The copies come first and the role that points to them
 * last, so a stop in between leaves nothing that points nowhere; the next adoption of the same content reuses them.
 * Where an expert panel has published a key for the form, that one counts; a simulated role keeps the authors'.
 */
export async function adoptAssessment(
  deps: Deps,
  keys: AdoptedKeys,
  actor: Actor,
  { title, assessmentId, simulated = false }: NewRequisition & { readonly simulated?: boolean },
): Promise<Adoption> {
  const keyed = keys.keyedForms.find(({ form }) => String(form.assessmentId) === assessmentId);
  if (keyed === undefined) return { kind: 'no-such-assessment' };
  const now = deps.clock();
  const requisitionId = newId<RequisitionId>();
  const versions = await insertVersions(deps, keys, actor.organisationId, keyed, now);
  const panel = simulated
    ? null
    : await deps.stores.expertPanels.findPublished(actor.organisationId, versions.formVersionId);
  const counting = panel === null ? versions : { ...versions, keyVersionId: panel.publication.keyVersionId };
  const rubric = await insertRubric(deps, actor, requisitionId, keyed, now);
  const requisition = draftRequisition({
    id: requisitionId,
    organisationId: actor.organisationId,
    title,
    assessmentId: keyed.form.assessmentId,
    assessmentTitle: keyed.form.title,
    creatorId: actor.personId,
    intakeId: newId<IntakeId>(),
    ...counting,
    panelKey:
      panel === null ? null : { experts: panel.publication.experts, publishedAt: panel.publication.at },
    rubricId: rubric.rubricId,
    rubricVersionId: rubric.id,
    shuffleSeed: newId(),
    simulated,
    now,
  });
  await deps.stores.requisitions.insert(requisition, [
    staffEvent(actor.personId, {
      type: 'requisition-created',
      at: now,
      organisationId: actor.organisationId,
      facts: { requisitionId, assessmentId, ...counting, rubricVersionId: rubric.id },
    }),
  ]);
  return { kind: 'adopted', requisitionId };
}

async function insertVersions(
  deps: Deps,
  keys: AdoptedKeys,
  organisationId: OrganisationId,
  { form, key }: KeyedForm,
  adoptedAt: Date,
): Promise<{ formVersionId: FormVersionId; keyVersionId: KeyVersionId }> {
  const formVersionId = contentId<FormVersionId>({ organisationId, form });
  const keyVersionId = contentId<KeyVersionId>({ organisationId, key });
  await deps.stores.formVersions.insert({ id: formVersionId, organisationId, form, adoptedAt });
  await keys.keyVersions.insert({ id: keyVersionId, organisationId, key, adoptedAt });
  return { formVersionId, keyVersionId };
}

/** A rubric belongs to one role from the start, so that changing it never touches another role. */
async function insertRubric(
  deps: Deps,
  actor: Actor,
  requisitionId: RequisitionId,
  { rubric }: KeyedForm,
  publishedAt: Date,
): Promise<RubricVersion> {
  const { organisationId, personId } = actor;
  const version: RubricVersion = {
    ...rubric,
    ...rubricHashes(rubric, sha256),
    id: newId<RubricVersionId>(),
    organisationId,
    requisitionId,
    rubricId: newId<RubricId>(),
    number: 1,
    reason: 'Adopted with the assessment',
    publishedBy: personId,
    publishedAt,
  };
  await deps.stores.rubrics.insertVersion(version, [
    staffEvent(personId, {
      type: 'rubric-version-published',
      at: publishedAt,
      organisationId,
      facts: { requisitionId, rubricId: version.rubricId, rubricVersionId: version.id, number: 1 },
    }),
  ]);
  return version;
}

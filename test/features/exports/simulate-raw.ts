import { keyedForms } from '../../../src/content/keyed-forms.ts';
import type { Attempt } from '../../../src/core/attempt/attempt.ts';
import type { Form } from '../../../src/core/form/form.ts';
import { currentIntake, type Requisition } from '../../../src/core/requisition/requisition.ts';
import type { Criterion } from '../../../src/core/rubric/rubric.ts';
import { simulateRole } from '../../../src/simulation/simulate-role.ts';
import { createKeyVersionStore } from '../../../src/store/key-version-store.ts';
import { shelf } from '../../support/shelf.ts';
import type { TestApp } from '../../support/test-app.ts';
import { recompute, type RawRating, type Recomputed } from '../assessment-quality/recompute.ts';

export interface RawRole {
  readonly role: Requisition;
  readonly form: Form;
  readonly criteria: readonly Criterion[];
  readonly attempts: readonly (Attempt & { readonly _id: string })[];
  readonly ratings: readonly RawRating[];
  readonly labels: ReadonlyMap<string, string>;
  readonly raw: Recomputed;
}

/** A simulated role, read past the product: documents as they are stored, and the figures that follow from them. */
export async function simulateRaw({ deps, connection }: TestApp, applicants: number): Promise<RawRole> {
  const keyVersions = createKeyVersionStore(connection);
  const keys = { keyedForms: keyedForms(shelf), keyVersions };
  const wanted = { applicants, evidence: applicants, seed: 'recomputed' };
  const made = await simulateRole(deps, keys, wanted, () => undefined);
  if (made.kind !== 'simulated') throw new Error(made.kind);
  const role = made.requisition;
  const { organisationId, id: requisitionId } = role;
  const intake = currentIntake(role);
  const form = await deps.stores.formVersions.get(organisationId, intake.formVersionId);
  const { criteria } = await deps.stores.rubrics.getVersion(organisationId, intake.rubricVersionId);
  const key = await keyVersions.get(organisationId, intake.keyVersionId);
  const all = async <T>(collection: string) =>
    (await connection.collection(collection).find({ requisitionId }).toArray()) as unknown as T[];
  const attempts = await all<RawRole['attempts'][number]>('attempts');
  const ratings = await all<RawRating>('ratings');
  const raw = recompute({ form, key, criteria, attempts, ratings, byLead: await all('ratingTasks') });
  const people = await all<{ _id: string; label: string }>('applicants');
  const labels = new Map(people.map(({ _id, label }) => [_id, label]));
  return { role, form, criteria, attempts, ratings, labels, raw };
}

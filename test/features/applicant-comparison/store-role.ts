import type { Role, MadePerson } from './a-role.ts';
import type { TestApp } from '../../support/test-app.ts';
import { FINISHED } from './a-role.ts';
import { currentIntake } from '../../../src/core/requisition/requisition.ts';
import { newId } from '../../../src/ops/secrets.ts';

/** Puts the role with its form and rubric version into the store. */
export async function storeRole({ deps }: TestApp, { requisition, form, rubric }: Role): Promise<void> {
  const { organisationId } = requisition;
  const { formVersionId } = currentIntake(requisition);
  await deps.stores.requisitions.insert(requisition, []);
  await deps.stores.formVersions.insert({ id: formVersionId, organisationId, form, adoptedAt: FINISHED });
  await deps.stores.rubrics.insertVersion(rubric, []);
}

/** Puts people into the store whole: applicant with a name that no page may show, attempt, tasks, standing. */
export async function storePeople({ deps }: TestApp, people: readonly MadePerson[]): Promise<void> {
  for (const { applicant, attempt, tasks, standing } of people) {
    const contact = {
      invitationId: newId(),
      name: `Canary ${applicant.label}`,
      email: `canary-${applicant.label}@example.org`,
      reference: null,
    };
    await deps.stores.applicants.insert(applicant, contact, FINISHED, []);
    if (attempt !== null) await deps.stores.attempts.insert(attempt, []);
    for (const task of tasks) await deps.stores.ratingTasks.insert(task);
    await deps.stores.standings.upsert(standing);
  }
}

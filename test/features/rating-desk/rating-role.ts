import type { Applicant } from '../../../src/core/applicant/applicant.ts';
import type { Attempt } from '../../../src/core/attempt/attempt.ts';
import type { ResponseValue } from '../../../src/core/item/response-value.ts';
import type {
  ApplicantId,
  AttemptId,
  FormVersionId,
  KeyVersionId,
  OrganisationId,
  PersonId,
  RubricId,
  RubricVersionId,
} from '../../../src/core/kernel/ids.ts';
import type { Requisition } from '../../../src/core/requisition/requisition.ts';
import type { RubricVersion } from '../../../src/core/rubric/rubric.ts';
import { rubricHashes } from '../../../src/core/rubric/rubric-hashes.ts';
import type { Deps } from '../../../src/deps.ts';
import { candidateEvent } from '../../../src/ops/new-event.ts';
import { newId, newLabel, sha256 } from '../../../src/ops/secrets.ts';
import type { Connection } from '../../../src/store/connection.ts';
import { createKeyVersionStore } from '../../../src/store/key-version-store.ts';
import { aRubric } from '../../core/rubric/a-rubric.ts';
import { aForm, aKey, prompt, rateItem, ratings, written } from '../../core/scoring/a-form.ts';
import { attemptWith } from '../../core/scoring/an-attempt.ts';
import { addOrganisation, signInAs, type Staff } from '../../support/actors.ts';
import { anIntake, aRequisition } from '../../support/builders.ts';
import type { TestApp } from '../../support/test-app.ts';

const OPTIONS = ['w', 'x', 'y', 'z'];
const CRITERIA = ['empathy', 'communication'];

export const form = aForm([
  rateItem('s1', OPTIONS),
  rateItem('s2', OPTIONS),
  prompt('p1', CRITERIA),
  prompt('p2', CRITERIA),
]);
const values = { w: 6, x: 5.5, y: 2, z: 1.5 };
export const key = aKey({ s1: { dimension: 'empathy', values }, s2: { dimension: 'communication', values } });

/** What somebody answers who gives every situation the key's shape and writes two lines to each prompt. */
export const RESPONSES: Readonly<Record<string, ResponseValue>> = {
  s1: ratings({ w: 7, x: 6, y: 2, z: 1 }),
  s2: ratings({ w: 7, x: 5, y: 2, z: 1 }),
  p1: written('I am sorry that you lost a day.', 'I call you at nine.'),
  p2: written('You waited long, and the part is not here.', 'I ask the depot and write by noon.'),
};

/** What these steps need of the product: its stores, what follows by itself, and what time it is. */
export interface Workings {
  readonly connection: Connection;
  readonly deps: Pick<Deps, 'clock' | 'relay' | 'stores'>;
}

export interface RoleSetting {
  readonly organisationId: OrganisationId;
  readonly requisition: Requisition;
  readonly rubricVersion: RubricVersion;
}

export interface RatingRole extends RoleSetting {
  readonly lead: Staff;
  readonly raters: readonly Staff[];
}

/** An open role with a lead, and raters of the same organisation who are not members of it. */
export async function addRatingRole(test: TestApp, raterCount: number): Promise<RatingRole> {
  const organisationId = await addOrganisation(test);
  const lead = await signInAs(test, organisationId, ['hiring-manager'], 'Lena Lead');
  const raters: Staff[] = [];
  for (let index = 1; index <= raterCount; index += 1) {
    raters.push(await signInAs(test, organisationId, ['rater'], `Rater Number ${index}`));
  }
  return { ...(await addRole(test, organisationId, lead.actor.personId)), lead, raters };
}

/** The role itself, with a form, a key and a rubric of its own. */
export async function addRole(
  { connection, deps }: Workings,
  organisationId: OrganisationId,
  leadId: PersonId,
): Promise<RoleSetting> {
  const formVersionId = newId<FormVersionId>();
  const keyVersionId = newId<KeyVersionId>();
  const intake = anIntake({ formVersionId, keyVersionId });
  const requisition = aRequisition(organisationId, { members: [leadId], intakes: [intake] });
  const rubricVersion = versionOf(requisition, intake.rubricVersionId, leadId);
  const adoptedAt = deps.clock();
  await deps.stores.formVersions.insert({ id: formVersionId, organisationId, form, adoptedAt });
  await createKeyVersionStore(connection).insert({ id: keyVersionId, organisationId, key, adoptedAt });
  await deps.stores.rubrics.insertVersion(rubricVersion, []);
  await deps.stores.requisitions.insert(requisition, []);
  return { organisationId, requisition, rubricVersion };
}

function versionOf(requisition: Requisition, id: RubricVersionId, leadId: PersonId): RubricVersion {
  const content = aRubric();
  return {
    ...content,
    ...rubricHashes(content, sha256),
    id,
    organisationId: requisition.organisationId,
    requisitionId: requisition.id,
    rubricId: newId<RubricId>(),
    number: 1,
    reason: 'first version',
    publishedBy: leadId,
    publishedAt: requisition.createdAt,
  };
}

export interface Finished {
  readonly applicant: Applicant;
  readonly attempt: Attempt;
}

/** Somebody who was invited and has handed everything in; the follow-ups have run. */
export async function addFinished(
  { deps }: Workings,
  { organisationId, requisition }: RoleSetting,
  responses: Readonly<Record<string, ResponseValue>> = RESPONSES,
  parts: Partial<Omit<Attempt, 'responses'>> = {},
): Promise<Finished> {
  const [intake] = requisition.intakes;
  if (intake === undefined) throw new Error('no intake');
  const applicant: Applicant = {
    id: newId<ApplicantId>(),
    organisationId,
    requisitionId: requisition.id,
    intakeId: intake.id,
    label: newLabel(),
    linkVersion: 0,
    linkExpiresAt: new Date('2027-01-01T00:00:00Z'),
    stage: 'open',
    state: 'active',
    rev: 0,
  };
  const name = `Canary ${applicant.id}`;
  const contact = { invitationId: newId(), name, email: `${applicant.id}@canary.example`, reference: null };
  await deps.stores.applicants.insert(applicant, contact, deps.clock(), []);
  const attempt = attemptWith({
    id: newId<AttemptId>(),
    organisationId,
    requisitionId: requisition.id,
    applicantId: applicant.id,
    formVersionId: intake.formVersionId,
    responses,
    ...parts,
  });
  const event = candidateEvent({
    type: 'attempt-finished',
    at: deps.clock(),
    organisationId,
    facts: { requisitionId: requisition.id, applicantId: applicant.id, attemptId: attempt.id },
  });
  await deps.stores.attempts.insert(attempt, [event]);
  await deps.relay.soon();
  return { applicant, attempt };
}

/** The tasks of the role, in any state. */
export function tasksOf({ deps }: Workings, { organisationId, requisition }: RoleSetting) {
  const states = ['unallocated', 'rating', 'third', 'lead', 'resolved'] as const;
  return deps.stores.ratingTasks.listInState(organisationId, requisition.id, states, 1000);
}

export function standingOf(test: TestApp, role: RatingRole, { applicant }: Finished) {
  const { organisationId, requisition, rubricVersion } = role;
  return test.deps.stores.standings.find(organisationId, requisition.id, applicant.id, rubricVersion.id);
}

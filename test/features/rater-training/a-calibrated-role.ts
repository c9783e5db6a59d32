import { authoredCalibration } from '../../../src/content/authored-calibration.ts';
import type { CalibrationResponse } from '../../../src/core/rubric/rubric.ts';
import type { Requisition } from '../../../src/core/requisition/requisition.ts';
import { currentIntake } from '../../../src/core/requisition/requisition.ts';
import { sha256 } from '../../../src/ops/secrets.ts';
import type { GivenLevels } from '../../../src/core/calibration/rater-certification.ts';
import type { PersonId } from '../../../src/core/kernel/ids.ts';
import { createCalibrationSetStore } from '../../../src/store/calibration-set-store.ts';
import { addOrganisation, signInAs, type Staff } from '../../support/actors.ts';
import { makeOpenRole, storedRole } from '../../support/set-up-role.ts';
import type { TestApp } from '../../support/test-app.ts';
import { shelf } from '../../support/shelf.ts';

const found = authoredCalibration(shelf, sha256).find(
  ({ assessmentId }) => String(assessmentId) === 'customer-conversations',
);
if (found === undefined) throw new Error('the flagship has no calibration responses');
const calibration = found;

/** The authored responses of the flagship, which the organisation of the role adopted. */
export const RESPONSES: readonly CalibrationResponse[] = calibration.responses;

export interface CalibratedRole {
  readonly requisition: Requisition;
  readonly anchorHash: string;
  readonly lead: Staff;
  readonly rater: Staff;
  readonly at: string;
}

/** An open role of the flagship with its lead, and a rater of the same organisation. */
export async function addCalibratedRole(test: TestApp): Promise<CalibratedRole> {
  const home = await addOrganisation(test);
  const lead = await signInAs(test, home, ['recruiter', 'hiring-manager'], 'Lena Lead');
  const rater = await signInAs(test, home, ['rater'], 'Rita Rater');
  const at = await makeOpenRole(test, lead);
  const requisition = await storedRole(test, lead, at);
  const { rubricVersionId } = currentIntake(requisition);
  const { anchorHash } = await test.deps.stores.rubrics.getVersion(home, rubricVersionId);
  return { requisition, anchorHash, lead, rater, at };
}

/** A calibration response as the form of a level page sends it, each level moved by `shift` and kept on the scale. */
export function levelsOf(responseId: string, shift = 0): Record<string, string> {
  const response = RESPONSES.find(({ id }) => id === responseId);
  return Object.fromEntries(
    Object.entries(response?.levels ?? {}).map(([criterion, { level }]) => [
      `level-${criterion}`,
      String(Math.min(5, Math.max(1, level + shift))),
    ]),
  );
}

/** Experts who join the role and give these responses their authored levels. */
export async function agreeOn(
  test: TestApp,
  role: CalibratedRole,
  ids: readonly string[],
  experts: number,
): Promise<Staff[]> {
  const home = role.requisition.organisationId;
  const known: Staff[] = [];
  for (let index = 1; index <= experts; index += 1) {
    known.push(await signInAs(test, home, ['interviewer'], `Expert ${index}`));
  }
  const stored = await test.deps.stores.requisitions.find(home, role.requisition.id);
  if (stored === null) throw new Error('the role is gone');
  const members = [...stored.members, ...known.map(({ actor }) => actor.personId)];
  await test.deps.stores.requisitions.change(stored, { members }, []);
  for (const expert of known) {
    for (const id of ids) {
      const fields = { ...levelsOf(id), because: 'Because of what it says.' };
      const answer = await expert.post(`${role.at}/rating/calibration/${id}`, fields);
      if (answer.status !== 303) throw new Error(`no levels were kept: ${answer.status}`);
    }
  }
  return known;
}

/** Agreements of three experts on the authored levels of these responses, as they would have given them. */
export async function storeAgreements(
  test: TestApp,
  { requisition, anchorHash }: CalibratedRole,
  ids: readonly string[],
): Promise<void> {
  const sets = createCalibrationSetStore(test.connection);
  const { organisationId } = requisition;
  for (const { id: responseId, itemId, levels } of RESPONSES.filter(({ id }) => ids.includes(id))) {
    const agreed = Object.fromEntries(
      Object.entries(levels).map(([criterion, { level }]) => [criterion, level]),
    ) as GivenLevels;
    const opinions = ['x', 'y', 'z'].map((name) => ({
      expertId: name as PersonId,
      levels: agreed,
      because: 'Because of what it says.',
      at: test.deps.clock(),
    }));
    await sets.change(
      await sets.get({ organisationId, anchorHash, itemId, responseId, writer: null }),
      { opinions, agreed },
      [],
    );
  }
}

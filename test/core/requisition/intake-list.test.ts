import { expect, it } from '@jest/globals';
import type { OrganisationId } from '../../../src/core/kernel/ids.ts';
import { intakeLists } from '../../../src/core/requisition/intake-list.ts';
import { anIntake, aRequisition } from '../../support/builders.ts';

it('names the applicants of each intake under the version that counts in it', () => {
  const intakes = [anIntake(), anIntake()] as const;
  const requisition = aRequisition('organisation' as OrganisationId, { intakes });
  expect(intakeLists(requisition)).toEqual(
    intakes.map(({ id: intakeId, rubricVersionId }) => ({
      organisationId: 'organisation',
      requisitionId: requisition.id,
      intakeId,
      rubricVersionId,
    })),
  );
});

import { CERTIFICATION_GATE } from '../../../src/core/calibration/judge-certification.ts';
import type { AttemptId, CriterionId, ItemId, PersonId } from '../../../src/core/kernel/ids.ts';
import { newId } from '../../../src/ops/secrets.ts';
import { createCalibrationSetStore } from '../../../src/store/calibration-set-store.ts';
import type { TestApp } from '../../support/test-app.ts';
import type { Finished, RatingRole } from './rating-role.ts';

/** Words that mark every field of a calibration response which is not its text, and what experts said of it. */
interface Marks {
  readonly person: string;
  readonly opinion: string;
}

/** One response of this applicant to practise with and a whole set to certify with, levels agreed by experts. */
export async function addTrainingSet(
  test: TestApp,
  role: RatingRole,
  { applicant }: Finished,
  marks: Marks,
): Promise<void> {
  const { organisationId, requisition, rubricVersion } = role;
  const sets = createCalibrationSetStore(test.connection);
  const writer = { requisitionId: requisition.id, applicantId: applicant.id };
  const agreed = { ['empathy' as CriterionId]: 4, ['communication' as CriterionId]: 2 } as const;
  const at = test.deps.clock();
  for (let index = 0; index <= CERTIFICATION_GATE.responses; index += 1) {
    const id = newId();
    const itemId = 'p1' as ItemId;
    const use = index === 0 ? 'training' : 'certification';
    await test.deps.stores.realResponses.insert(
      {
        ...{
          id,
          organisationId,
          ...writer,
          itemId,
          use,
          a: `A masked text ${index}.`,
          b: 'Its second step.',
        },
        ...{ assessmentId: requisition.assessmentId, proposedBy: marks.person as PersonId, proposedAt: at },
        attemptId: `${marks.person}${index}` as AttemptId,
      },
      [],
    );
    const key = { organisationId, anchorHash: rubricVersion.anchorHash, itemId, responseId: id, writer };
    const expertId = `${marks.person}E` as PersonId;
    const opinions = [{ expertId, levels: agreed, because: marks.opinion, at }];
    await sets.change(await sets.get(key), { opinions, agreed }, []);
  }
}

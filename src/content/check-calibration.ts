import type { AuthoredAssessment } from './authored-assessment.ts';
import { checkLevelledResponses } from './check-levelled-responses.ts';
import type { ContentProblem } from './content-problem.ts';

/** Calibration responses keep the same order as examples: what a rater is measured against must quote its text. */
export function checkCalibration(assessment: AuthoredAssessment): readonly ContentProblem[] {
  const files = assessment.calibration.map((read) => ({
    read,
    item: read.value.item,
    responses: read.value.responses,
  }));
  return checkLevelledResponses(assessment, { field: 'responses', called: 'calibration response', files });
}

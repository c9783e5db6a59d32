import type { AssessmentId } from '../core/kernel/ids.ts';
import { rubricHashes } from '../core/rubric/rubric-hashes.ts';
import type { CalibrationResponse } from '../core/rubric/rubric.ts';
import type { AuthoredAssessment } from './authored-assessment.ts';
import { calibrationResponses } from './calibration-responses.ts';
import { keyedForms } from './keyed-forms.ts';

/** What an assessment brings to train raters with. The levels hold under the authored anchors and no others. */
export interface AuthoredCalibration {
  readonly assessmentId: AssessmentId;
  readonly anchorHash: string;
  readonly responses: readonly CalibrationResponse[];
}

/** Levels are a key: this reaches the training of raters alone. */
export function authoredCalibration(
  shelf: readonly AuthoredAssessment[],
  hash: (text: string) => string,
): readonly AuthoredCalibration[] {
  const keyed = keyedForms(shelf);
  return shelf.flatMap((assessment, index) => {
    const form = keyed[index];
    if (form === undefined) return [];
    return [
      {
        assessmentId: form.form.assessmentId,
        anchorHash: rubricHashes(form.rubric, hash).anchorHash,
        responses: [...calibrationResponses(assessment).values()].flat(),
      },
    ];
  });
}

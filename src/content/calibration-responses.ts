import type { ItemId } from '../core/kernel/ids.ts';
import type { CalibrationResponse } from '../core/rubric/rubric.ts';
import type { AuthoredAssessment } from './authored-assessment.ts';

/**
 * By prompt, what raters are trained and measured with. Their levels are a key: import directions keep this module from
 * every page, as they do the keyed forms.
 */
export function calibrationResponses(
  assessment: AuthoredAssessment,
): ReadonlyMap<ItemId, readonly CalibrationResponse[]> {
  return new Map(
    assessment.calibration.map(({ value: { item, source, responses } }) => [
      item,
      responses.map((response) => ({ ...response, itemId: item, source })),
    ]),
  );
}

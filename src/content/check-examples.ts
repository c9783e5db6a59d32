import type { AuthoredAssessment } from './authored-assessment.ts';
import { checkLevelledResponses } from './check-levelled-responses.ts';
import type { ContentProblem } from './content-problem.ts';

/** Example responses: to a prompt of the form, a level for exactly its criteria, each with words of the text. */
export function checkExamples(assessment: AuthoredAssessment): readonly ContentProblem[] {
  const files = assessment.examples.map((read) => ({
    read,
    item: read.value.item,
    responses: read.value.examples,
  }));
  return checkLevelledResponses(assessment, { field: 'examples', called: 'example', files });
}

import type { Form } from '../form/form.ts';
import type { Key } from '../form/key.ts';
import type { RubricContent } from '../rubric/rubric.ts';
import { checkExampleProfiles } from './check-example-profiles.ts';
import { checkKey } from './check-key.ts';
import { checkReview } from './check-review.ts';
import { checkRubricWords } from './check-rubric-words.ts';
import { checkWording } from './check-wording.ts';
import type { Finding } from './finding.ts';

interface Checked {
  readonly form: Form;
  readonly key: Key;
  readonly rubric: RubricContent;
  /** Ids of the items that somebody else than the author has reviewed. */
  readonly reviewed: readonly string[];
}

/** Everything about an assessment that can be measured without a person. What it cannot see is in `review.yaml`. */
export function checkAssessment({ form, key, rubric, reviewed }: Checked): readonly Finding[] {
  return [
    ...checkWording(form),
    ...checkKey(form, key),
    ...checkRubricWords(rubric),
    ...checkExampleProfiles(form, rubric),
    ...checkReview(form, reviewed),
  ];
}

import { attemptExamples } from './styleguide/attempt-examples.ts';
import { dataExamples } from './styleguide/data-examples.ts';
import { formExamples } from './styleguide/form-examples.ts';
import { pageExamples } from './styleguide/page-examples.ts';
import { ratingExamples } from './styleguide/rating-examples.ts';

/** Example data for every part, so that the whole system can be looked at on one page while building. */
export function styleguideVm() {
  return {
    ...pageExamples,
    ...formExamples,
    ...dataExamples,
    ...attemptExamples,
    ...ratingExamples,
  };
}

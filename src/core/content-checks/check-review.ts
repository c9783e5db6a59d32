import type { Form } from '../form/form.ts';
import type { Finding } from './finding.ts';

/** Every situation and prompt has been reviewed by somebody who did not write it. */
export function checkReview(form: Form, reviewed: readonly string[]): readonly Finding[] {
  return form.items.map(({ id }): Finding => {
    const ok = reviewed.includes(id);
    return {
      check: 'fairness review',
      about: id,
      where: 'review',
      measured: ok ? 'reviewed' : 'not reviewed',
      limit: 'reviewed by somebody who did not write it',
      ok,
    };
  });
}

import type { PersonId } from '../kernel/ids.ts';
import { addWorkingDays } from './add-working-days.ts';
import type { AdjustmentRequest } from './adjustment-request.ts';

/** Promised on the page that takes the request. */
export const ANSWER_WITHIN_DAYS = 2;

type Asked = Pick<
  AdjustmentRequest,
  | 'id'
  | 'organisationId'
  | 'requisitionId'
  | 'applicantId'
  | 'label'
  | 'origin'
  | 'taskId'
  | 'wants'
  | 'text'
  | 'askedAt'
> & { readonly by: PersonId | 'candidate' | 'system' };

/** A request as it begins: open, with an answer due in two working days. */
export function newRequest({ by, ...asked }: Asked): AdjustmentRequest {
  const what = asked.origin === 'candidate' ? 'asked' : 'opened';
  return {
    ...asked,
    state: 'open',
    dueAt: addWorkingDays(asked.askedAt, ANSWER_WITHIN_DAYS),
    answer: null,
    grants: [],
    log: [{ at: asked.askedAt, by, what, grantId: null, text: null }],
    rev: 0,
  };
}

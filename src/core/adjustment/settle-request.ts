import type { PersonId } from '../kernel/ids.ts';
import type { AdjustmentRequest, Grant, GrantOutcome, RequestChanges } from './adjustment-request.ts';

export type GrantOnRequest =
  | { readonly kind: 'granted'; readonly changes: RequestChanges }
  /** The form was sent before; what it gave then stays as it was. */
  | { readonly kind: 'granted-before'; readonly grant: Grant };

/** Writes a grant down; carrying it out is a step of its own. */
export function grantOnRequest(request: AdjustmentRequest, grant: Grant): GrantOnRequest {
  const before = request.grants.find(({ id }) => id === grant.id);
  if (before !== undefined) return { kind: 'granted-before', grant: before };
  const { by, at, id: grantId } = grant;
  return {
    kind: 'granted',
    changes: {
      state: 'granted',
      grants: [...request.grants, grant],
      log: [...request.log, { at, by, what: 'granted', grantId, text: null }],
    },
  };
}

/** Writes down what came of a grant; null where that is known already. */
export function recordOutcome(
  request: AdjustmentRequest,
  grantId: string,
  outcome: GrantOutcome,
  at: Date,
): RequestChanges | null {
  const grant = request.grants.find(({ id }) => id === grantId);
  if (grant?.outcome !== 'waiting' || outcome === 'waiting') return null;
  return {
    grants: request.grants.map((one) => (one.id === grantId ? { ...one, outcome } : one)),
    log: [...request.log, { at, by: 'system', what: 'carried-out', grantId, text: null }],
  };
}

export type AnswerRequest =
  | { readonly kind: 'answered'; readonly changes: RequestChanges }
  /** Something was given already, so it cannot be declined any more. */
  | { readonly kind: 'granted-before' };

/** An answer in words. What was given stays given: then the request stays granted. */
export function answerRequest(
  request: AdjustmentRequest,
  answer: {
    readonly by: PersonId;
    readonly at: Date;
    readonly text: string;
    readonly as: 'answered' | 'declined';
  },
): AnswerRequest {
  const { by, at, text, as } = answer;
  const granted = request.state === 'granted';
  if (granted && as === 'declined') return { kind: 'granted-before' };
  return {
    kind: 'answered',
    changes: {
      state: granted ? 'granted' : as,
      answer: { text, at },
      log: [...request.log, { at, by, what: as, grantId: null, text }],
    },
  };
}

import { z } from 'zod';
import { CONSENT_VERSION } from '../../../core/calibration/reuse-consent.ts';
import type { Deps } from '../../../deps.ts';
import { redirect, type Reply } from '../../../http/reply.ts';
import { candidateEvent } from '../../../ops/new-event.ts';
import { addressesOf } from '../address.ts';
import type { Visit } from '../visit.ts';

export const ReuseRequest = z.strictObject({ answer: z.enum(['yes', 'no']) });

/** Whether raters may learn from what somebody wrote; said after handing in, and taken back whenever they like. */
export function reuseHandlers(deps: Deps) {
  return {
    async answer({ attempt, body }: Visit & { body: z.output<typeof ReuseRequest> }): Promise<Reply> {
      const { organisationId, requisitionId, applicantId } = attempt;
      if (attempt.receipt !== null) {
        const at = deps.clock();
        const about = { organisationId, requisitionId, applicantId };
        const state = body.answer === 'yes' ? 'given' : 'withdrawn';
        const event = candidateEvent({
          type: `reuse-${state}`,
          at,
          organisationId,
          facts: { requisitionId, applicantId, version: CONSENT_VERSION },
        });
        await deps.stores.reuseConsents.set({ ...about, state, version: CONSENT_VERSION, at }, [event]);
        void deps.relay.soon();
      }
      return redirect(`${addressesOf(attempt.id, null).receipt}#reuse`);
    },
  };
}

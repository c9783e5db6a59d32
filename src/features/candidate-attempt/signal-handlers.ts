import type { Attempt } from '../../core/attempt/attempt.ts';
import type { Deps } from '../../deps.ts';
import type { Reply } from '../../http/reply.ts';
import { deadlineOf } from './answer-script.ts';
import { takeBeat } from './take-beat.ts';
import type { Posting, Visit } from './visit.ts';

/** What open pages ask while they stand: signs of life, and where the attempt is when a page comes back. */
export function signalHandlers(deps: Deps) {
  return {
    async beat({ attempt, body, recvAt }: Posting<{ epoch: number }>): Promise<Reply> {
      const form = await deps.stores.formVersions.get(attempt.organisationId, attempt.formVersionId);
      return facts(await takeBeat(deps, attempt, form, { epoch: body.epoch, recvAt }), deps.clock());
    },

    state({ attempt }: Visit): Promise<Reply> {
      return Promise.resolve(facts(attempt, deps.clock()));
    },
  };
}

function facts(attempt: Attempt, now: Date): Reply {
  const running = Object.entries(attempt.parts).find(([, part]) => part.state === 'running');
  return {
    kind: 'json',
    status: 200,
    body: {
      state: attempt.state,
      epoch: attempt.epoch,
      part: running?.[0] ?? null,
      deadlineMs: deadlineOf(attempt),
      serverNow: now.getTime(),
      items: Object.fromEntries(Object.entries(attempt.responses).map(([id, { seq }]) => [id, seq])),
    },
  };
}

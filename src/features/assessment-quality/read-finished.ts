import type { Attempt } from '../../core/attempt/attempt.ts';
import type { AttemptId } from '../../core/kernel/ids.ts';
import type { Standing } from '../../core/scoring/standing.ts';
import type { PoolMember } from './find-pools.ts';
import type { QualityDeps } from './quality-deps.ts';
import { readStandings } from './read-standings.ts';

/** More would not move a figure, and the shuffle makes the first ones a random sample. */
const MOST = 5000;

export interface FinishedPage {
  readonly member: PoolMember;
  readonly people: readonly {
    readonly attemptId: AttemptId;
    readonly standing: Standing;
    readonly responses: Attempt['responses'];
  }[];
}

/** Finished attempts of a pool with what was answered, page by page, at most 5,000 in all. */
export async function* readFinished(
  deps: QualityDeps,
  members: readonly PoolMember[],
): AsyncGenerator<FinishedPage> {
  let read = 0;
  for await (const { member, standings } of readStandings(deps, members)) {
    const finished = standings.flatMap((standing) =>
      standing.attemptId === null || standing.finishedAt === null
        ? []
        : [{ attemptId: standing.attemptId, standing }],
    );
    if (finished.length === 0) continue;
    const { organisationId, requisitionId } = member;
    const ids = finished.map(({ attemptId }) => attemptId);
    const responses = await deps.stores.attempts.listResponses(organisationId, requisitionId, ids);
    const people = finished.map((one) => ({ ...one, responses: responses.get(one.attemptId) ?? {} }));
    yield { member, people: people.slice(0, MOST - read) };
    read += people.length;
    if (read >= MOST) return;
  }
}

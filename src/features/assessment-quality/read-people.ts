import type { Attempt } from '../../core/attempt/attempt.ts';
import type { AttemptId } from '../../core/kernel/ids.ts';
import type { Standing } from '../../core/scoring/standing.ts';
import type { StandingPlace } from '../../store/standing-store.ts';
import type { PoolMember } from './find-pools.ts';
import type { QualityDeps } from './quality-deps.ts';

const AT_ONCE = 250;

export interface ReadPerson {
  readonly attemptId: AttemptId;
  readonly standing: Standing;
  /** What was answered in a finished attempt; null while it is not finished. */
  readonly responses: Attempt['responses'] | null;
}

export interface PeoplePage {
  readonly member: PoolMember;
  readonly people: readonly ReadPerson[];
}

/** Told after each portion how many rows were read; may throw to end the run. */
export type Progress = (read: number) => Promise<void>;

/** Everybody in a pool who has begun, portion by portion in the order of each intake's shuffle. */
export async function* readPeople(
  { stores }: QualityDeps,
  members: readonly PoolMember[],
  progress: Progress = () => Promise.resolve(),
): AsyncGenerator<PeoplePage> {
  let read = 0;
  for (const member of members) {
    let after: StandingPlace | null = null;
    for (;;) {
      const standings: Standing[] = await stores.standings.list(listOf(member), AT_ONCE, after);
      yield { member, people: await withResponses(stores, member, standings) };
      read += standings.length;
      await progress(read);
      if (standings.length < AT_ONCE) break;
      after = standings.at(-1) ?? null;
    }
  }
}

/** How many rows there are to read. */
export async function countPeople({ stores }: QualityDeps, members: readonly PoolMember[]): Promise<number> {
  let people = 0;
  for (const member of members) people += await stores.standings.count(listOf(member));
  return people;
}

const listOf = ({ organisationId, requisitionId, intakeId, rubricVersionId }: PoolMember) => ({
  organisationId,
  requisitionId,
  intakeId,
  rubricVersionId,
});

async function withResponses(
  stores: QualityDeps['stores'],
  { organisationId, requisitionId }: PoolMember,
  standings: readonly Standing[],
): Promise<readonly ReadPerson[]> {
  const begun = standings.flatMap((standing) =>
    standing.attemptId === null ? [] : [{ attemptId: standing.attemptId, standing }],
  );
  const finished = begun.flatMap(({ attemptId, standing }) =>
    standing.finishedAt === null ? [] : [attemptId],
  );
  const responses =
    finished.length === 0
      ? new Map<AttemptId, Attempt['responses']>()
      : await stores.attempts.listResponses(organisationId, requisitionId, finished);
  return begun.map((one) => ({
    ...one,
    responses: one.standing.finishedAt === null ? null : (responses.get(one.attemptId) ?? {}),
  }));
}

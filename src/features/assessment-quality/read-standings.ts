import type { Standing } from '../../core/scoring/standing.ts';
import type { StandingPlace } from '../../store/standing-store.ts';
import type { PoolMember } from './find-pools.ts';
import type { QualityDeps } from './quality-deps.ts';

const AT_ONCE = 250;
/** Of each intake; more would not move a coefficient, and the shuffle makes the first ones a random sample. */
const MOST = 20_000;

export interface StandingPage {
  readonly member: PoolMember;
  readonly standings: readonly Standing[];
}

/** The standings of a pool, page by page in the order of each intake's shuffle. */
export async function* readStandings(
  { stores }: QualityDeps,
  members: readonly PoolMember[],
): AsyncGenerator<StandingPage> {
  for (const member of members) {
    const { organisationId, requisitionId, intakeId, rubricVersionId } = member;
    const list = { organisationId, requisitionId, intakeId, rubricVersionId };
    let after: StandingPlace | null = null;
    for (let read = 0; read < MOST; read += AT_ONCE) {
      const standings: Standing[] = await stores.standings.list(list, AT_ONCE, after);
      yield { member, standings };
      if (standings.length < AT_ONCE) break;
      after = standings.at(-1) ?? null;
    }
  }
}

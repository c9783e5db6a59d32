import type { Deps } from '../../deps.ts';
import type { StandingList } from '../../store/standing-store.ts';
import type { RubricAtWork } from './load-rubric.ts';

export interface Affected {
  /** Somebody is invited to the running intake. */
  readonly invited: boolean;
  /** Somebody in it has a score. */
  readonly scored: boolean;
}

/** The people of the running intake under the version that counts. */
export const listOf = ({
  requisition,
  intake,
}: Pick<RubricAtWork, 'requisition' | 'intake'>): StandingList => ({
  organisationId: requisition.organisationId,
  requisitionId: requisition.id,
  intakeId: intake.id,
  rubricVersionId: intake.rubricVersionId,
});

/** Whether anybody is concerned by a change, found by the first of them. */
export async function findAffected({ stores }: Pick<Deps, 'stores'>, at: RubricAtWork): Promise<Affected> {
  const list = listOf(at);
  const [anybody, written, judgment] = await Promise.all([
    stores.standings.list(list, 1, null),
    stores.standings.listByScore(list, 'written', 1, null),
    stores.standings.listByScore(list, 'judgment', 1, null),
  ]);
  return { invited: anybody.length > 0, scored: written.length + judgment.length > 0 };
}

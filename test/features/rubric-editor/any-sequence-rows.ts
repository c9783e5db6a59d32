import { FREE_SLOT } from '../../../src/core/rating/free-slot.ts';
import type { RatingTask } from '../../../src/core/rating/rating-task.ts';
import { resolveTask } from '../../../src/core/rating/resolve-task.ts';
import type { Intake } from '../../../src/core/requisition/requisition.ts';
import type { RubricVersion } from '../../../src/core/rubric/rubric.ts';
import { computeStanding } from '../../../src/core/scoring/compute-standing.ts';
import { judgmentScore } from '../../../src/core/scoring/judgment-score.ts';
import type { Standing } from '../../../src/core/scoring/standing.ts';
import type { Connection } from '../../../src/store/connection.ts';
import type { Rating } from '../../../src/store/rating-store.ts';
import { form, key, type Finished, type RoleSetting } from '../rating-desk/rating-role.ts';

/** What nothing may ever alter once it is written. */
const LASTING = ['ratings', 'rubricVersions', 'scores'] as const;
const READ = [...LASTING, 'ratingTasks', 'standings'] as const;

type Row = Readonly<Record<string, unknown>> & { readonly _id: unknown };
export type Rows = Readonly<Record<(typeof READ)[number], readonly Row[]>>;

/** Everything that the store holds of a role, past the stores and what they keep in memory. */
export async function readRows(connection: Connection, { requisition }: RoleSetting): Promise<Rows> {
  const read = await Promise.all(
    READ.map(async (name) => {
      const { id: requisitionId } = requisition;
      const rows = await connection.collection(name).find({ requisitionId }).toArray();
      return [name, rows.map(({ outbox: _outbox, relayAt: _relayAt, ...row }) => row)] as const;
    }),
  );
  return Object.fromEntries(read) as unknown as Rows;
}

/** Each of these rows by its name. */
export const lasting = (rows: Rows): ReadonlyMap<string, Row> =>
  new Map(LASTING.flatMap((name) => rows[name].map((row) => [`${name} ${String(row._id)}`, row] as const)));

/** The standing of a person as their intake has it, from nothing but what was answered, rated and published. */
export function recompute(rows: Rows, intake: Intake, person: Finished): Standing {
  const { applicant, attempt } = person;
  const rubricVersion = rows.rubricVersions.find(({ _id }) => _id === intake.rubricVersionId);
  if (rubricVersion === undefined) throw new Error('the version that counts is gone');
  const tasks = rows.ratingTasks.filter(
    ({ attemptId, anchorHash }) => attemptId === attempt.id && anchorHash === rubricVersion['anchorHash'],
  );
  return computeStanding({
    // The role may have changed since in ways that concern no score.
    requisitionRev: standingIn(rows, person, intake)?.sources.requisition ?? 0,
    applicant,
    attempt,
    tasks: tasks.map((task) => resolveAgain(task, rows.ratings)),
    judgment: judgmentScore({ form, key, responses: attempt.responses }),
    keyStatus: key.status,
    form,
    rubricVersion: { ...rubricVersion, id: rubricVersion._id } as unknown as RubricVersion,
    shuffleSeed: intake.shuffleSeed,
  });
}

/** The task with what the copies of its ratings give, whatever resolution stands in it. */
function resolveAgain(row: Row, ratings: readonly Row[]): RatingTask {
  const task = row as unknown as RatingTask;
  const slots = (ratings as unknown as (Rating & Row)[])
    .filter(({ taskId }) => taskId === row._id)
    .sort((left, right) => left.slot - right.slot)
    .map(({ judgement }) => ({ ...FREE_SLOT, state: 'handed-in' as const, judgement }));
  const outcome = resolveTask({ criteria: task.criteria, slots, thirdAvailable: false });
  return { ...task, resolution: outcome.kind === 'resolved' ? outcome.resolution : null };
}

/** The stored standing of a person under a version; null where there is none. */
export function standingIn(
  rows: Rows,
  { applicant }: Finished,
  { rubricVersionId }: Intake,
): Standing | null {
  const row = rows.standings.find(({ _id }) => _id === `${applicant.id}:${rubricVersionId}`);
  if (row === undefined) return null;
  const { _id, ...standing } = row;
  return standing as unknown as Standing;
}

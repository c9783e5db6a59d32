import type { Actor } from '../../core/person/person.ts';
import type { RubricVersion } from '../../core/rubric/rubric.ts';
import type { Requisition } from '../../core/requisition/requisition.ts';
import type { Deps } from '../../deps.ts';
import { staffEvent } from '../../ops/new-event.ts';
import { columnAddress } from './list-column.ts';
import type { ListFilter } from './list-filter.ts';

/** Whoever narrows a list by a score or a level says so in the audit trail. */
export async function recordCuts(
  { clock, stores }: Deps,
  { personId }: Actor,
  { organisationId, id: requisitionId }: Requisition,
  { couldBe, levels }: ListFilter,
  rubric: RubricVersion,
): Promise<void> {
  const record = (type: string, facts: Readonly<Record<string, string | number>>) =>
    stores.audit.record(
      staffEvent(personId, { type, at: clock(), organisationId, facts: { requisitionId, ...facts } }),
    );
  if (couldBe !== null) {
    const { column, atLeast } = couldBe;
    await record('list-narrowed-by-score', { column: columnAddress(column, rubric), atLeast });
  }
  for (const { criterion, atLeast } of levels) await record('list-narrowed-by-level', { criterion, atLeast });
}

import type { Intake, Requisition } from '../../core/requisition/requisition.ts';
import type { RubricVersion } from '../../core/rubric/rubric.ts';
import type { Deps } from '../../deps.ts';
import { listOf } from './find-affected.ts';
import { loadRubric, type RubricAtWork } from './load-rubric.ts';

interface FoundVersion {
  readonly at: RubricAtWork;
  readonly version: RubricVersion;
  /** The intakes that go by it, with how many people. */
  readonly affected: readonly { readonly intake: Intake; readonly applicants: number }[];
}

/** A published version of a role by its number, with whom it counts for. */
export async function findVersion(
  deps: Deps,
  requisition: Requisition,
  wanted: number,
): Promise<FoundVersion | null> {
  const at = await loadRubric(deps, requisition);
  const version = at.versions.find(({ number }) => number === wanted);
  if (version === undefined) return null;
  const users = requisition.intakes.filter(({ rubricVersionId }) => rubricVersionId === version.id);
  const affected = await Promise.all(
    users.map(async (intake) => ({
      intake,
      applicants: await deps.stores.standings.count(listOf({ requisition, intake })),
    })),
  );
  return { at, version, affected };
}

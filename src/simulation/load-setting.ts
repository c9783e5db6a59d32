import { join } from 'node:path';
import { describeProblem } from '../content/content-problem.ts';
import { readSimulationTexts } from '../content/simulation-texts.ts';
import type { PersonId } from '../core/kernel/ids.ts';
import { currentIntake, type Requisition } from '../core/requisition/requisition.ts';
import type { Deps, KeyDeps } from '../deps.ts';
import type { SimulationSetting } from './simulation-setting.ts';

interface Chosen {
  readonly requisition: Requisition;
  readonly seed: string;
  readonly raterIds: readonly PersonId[];
  readonly leadId: PersonId;
}

/** The versions that the role has adopted, and the pool of texts of its assessment. */
export async function loadSetting(
  deps: Deps,
  keys: Pick<KeyDeps, 'keyedForms' | 'keyVersions'>,
  chosen: Chosen,
): Promise<SimulationSetting> {
  const { organisationId, assessmentId } = chosen.requisition;
  const { formVersionId, keyVersionId, rubricVersionId } = currentIntake(chosen.requisition);
  const pool = readSimulationTexts(join(deps.root, 'assessments'), assessmentId);
  if (pool.kind === 'refused') throw new Error(pool.problems.map(describeProblem).join('\n'));
  return {
    ...chosen,
    form: await deps.stores.formVersions.get(organisationId, formVersionId),
    key: await keys.keyVersions.get(organisationId, keyVersionId),
    rubricVersion: await deps.stores.rubrics.getVersion(organisationId, rubricVersionId),
    texts: pool.texts,
    now: deps.clock(),
  };
}

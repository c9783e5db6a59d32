import type { Requisition } from '../../core/requisition/requisition.ts';
import type { Deps } from '../../deps.ts';
import { readPools } from './read-quality.ts';

/** Asks for both columns of a role's assessment afresh. `running`: they are being computed already, both of them. */
export async function wantAnalysis(deps: Deps, requisition: Requisition): Promise<'wanted' | 'running'> {
  const { organisationId } = requisition;
  const { judgment, written } = (await readPools(deps, requisition)).pools;
  const now = deps.clock();
  const asked = [judgment, written].map((id) => deps.stores.analysisRuns.want({ id, organisationId }, now));
  const wanted = (await Promise.all(asked)).some(Boolean);
  if (wanted) void deps.analyses.soon();
  return wanted ? 'wanted' : 'running';
}

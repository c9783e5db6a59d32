import type { ApplicantId } from '../../core/kernel/ids.ts';
import type { Standing } from '../../core/scoring/standing.ts';
import type { Deps } from '../../deps.ts';
import type { ExportSetting } from './load-setting.ts';

/** Those of the chosen who are in this intake now, in the order of its shuffle. Others are in no file of it. */
export async function findChosen(
  { stores }: Deps,
  { requisition: { organisationId, id }, intake, rubric }: ExportSetting,
  chosen: readonly ApplicantId[],
): Promise<readonly Standing[]> {
  const found = await stores.standings.findMany(organisationId, id, chosen, rubric.id);
  return found
    .filter(({ intakeId }) => intakeId === intake.id)
    .toSorted(
      (left, right) =>
        left.shuffleRank - right.shuffleRank || (left.applicantId < right.applicantId ? -1 : 1),
    );
}

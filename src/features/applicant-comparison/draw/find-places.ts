import { IN_THE_RUNNING } from '../../../core/applicant/applicant.ts';
import type { Standing } from '../../../core/scoring/standing.ts';
import type { Deps } from '../../../deps.ts';
import type { ListSetting } from '../list-setting.ts';
import { countAlike, type Alike } from './count-alike.ts';
import { UNSETTLED } from './read-draw.ts';

/** What a list sorted by the deciding column says about its last place. */
export interface PlacesState {
  readonly alike: Alike;
  /** Somebody still writes or waits for raters. */
  readonly unsettled: boolean;
  readonly drawnAt: Date | null;
}

/** Null where the order is not that of the deciding column, or fewer have a score than there are places. */
export async function findPlaces(
  { stores }: Pick<Deps, 'stores'>,
  { list, intake, column, precision }: ListSetting,
  lastPlace: Standing | null,
): Promise<PlacesState | null> {
  const known = precision[intake.decidingColumn];
  if (column !== intake.decidingColumn || lastPlace === null || known === null) return null;
  const { places } = intake;
  const [alike, unsettled, draw] = await Promise.all([
    countAlike(stores, { list, column, precision: known, places, standing: lastPlace }),
    stores.standingCounts.isAnybodyAt(list, IN_THE_RUNNING, UNSETTLED),
    intake.placesRule === 'draw'
      ? stores.draws.find(list.organisationId, list.requisitionId, list.intakeId)
      : null,
  ]);
  return alike === null ? null : { alike, unsettled, drawnAt: draw?.at ?? null };
}

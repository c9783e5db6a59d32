import { adoptVersion } from '../requisition/adopt-version.ts';
import type { Requisition } from '../requisition/requisition.ts';
import type { NotAdopted, Publication } from './rubric-draft.ts';

/** Why a change for everybody cannot take effect any more, whatever is rated or approved yet; null while it can. */
export function whyNotAdopted(
  requisition: Pick<Requisition, 'intakes'>,
  publication: Publication,
): NotAdopted | null {
  if (publication.scope !== 'everybody') return null;
  const { kind } = adoptVersion(requisition, publication);
  return kind === 'locked' || kind === 'overtaken' ? kind : null;
}

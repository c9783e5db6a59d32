import type { ApprovedRubric } from '../../core/rubric/rubric-draft.ts';
import type { RubricVersion } from '../../core/rubric/rubric.ts';
import { beginRating } from './begin-rating.ts';
import { refreshStanding } from './refresh-standing.ts';
import type { ScoringDeps } from './scoring-deps.ts';

const PAGE = 50;
const SIDE_BY_SIDE = 10;

/**
 * Gives everybody of the role tasks and a standing under the version they are changing to, in portions that remember how
 * far they came. People who come in meanwhile get both by themselves. Null where more is to be done, or another run is
 * at it.
 */
export async function bringUpToDate(
  deps: ScoringDeps,
  rubric: ApprovedRubric,
  version: RubricVersion,
  most: number,
): Promise<ApprovedRubric | null> {
  const { organisationId, requisitionId } = rubric;
  const before = await deps.stores.rubrics.getVersion(organisationId, rubric.publication.basedOn);
  const rerate = before.anchorHash !== version.anchorHash;
  let seen = rubric;
  for (let done = 0; seen.publication.walkedTo !== null; done += PAGE) {
    if (done >= most) return null;
    const { walkedTo } = seen.publication;
    const page = await deps.stores.erasure.listActive(organisationId, requisitionId, walkedTo, PAGE);
    for (let at = 0; at < page.length; at += SIDE_BY_SIDE) {
      await Promise.all(
        page.slice(at, at + SIDE_BY_SIDE).map(async ({ id: applicantId }) => {
          if (rerate) await beginRating(deps, { organisationId, requisitionId, applicantId });
          await refreshStanding(deps, { organisationId, requisitionId, applicantId });
        }),
      );
    }
    const last = page.length < PAGE ? undefined : page.at(-1);
    const publication = { ...seen.publication, walkedTo: last?.label ?? null };
    if ((await deps.stores.rubricDrafts.change(seen, { publication }, [])) !== 'changed') return null;
    seen = { ...seen, publication, rev: seen.rev + 1 };
  }
  return seen;
}

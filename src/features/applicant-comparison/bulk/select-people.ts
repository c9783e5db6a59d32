import type { LeftOut } from '../../../core/applicant/bulk-action.ts';
import type { ApplicantId } from '../../../core/kernel/ids.ts';
import type { Actor } from '../../../core/person/person.ts';
import type { Requisition } from '../../../core/requisition/requisition.ts';
import type { Standing } from '../../../core/scoring/standing.ts';
import type { Deps } from '../../../deps.ts';
import { findRows } from '../find-rows.ts';
import { listSetting } from '../list-setting.ts';
import type { SelectionRequest } from './requests.ts';

/** One action does no more at once; for the others it is repeated. */
export const MOST_AT_ONCE = 1000;

export interface Selection {
  readonly people: readonly Standing[];
  /** Whether more match than one action takes. */
  readonly more: boolean;
  /** Who was ticked and is in no list any more. */
  readonly away: readonly { readonly label: string; readonly why: LeftOut }[];
}

/** Those who are ticked, or everybody whom the filter of the list keeps. */
export async function selectPeople(
  deps: Deps,
  actor: Actor,
  requisition: Requisition,
  asked: SelectionRequest,
): Promise<Selection> {
  if (asked.all === null) return selectByIds(deps, requisition, [...asked.applicant, ...asked.also]);
  const setting = await listSetting(deps, actor, requisition, asked);
  const found = await findRows(deps.stores.standings, { ...setting, after: null }, MOST_AT_ONCE + 1);
  const more = found.rows.length > MOST_AT_ONCE || found.stoppedAt !== null;
  return { people: found.rows.slice(0, MOST_AT_ONCE), more, away: [] };
}

/** In the intake that each of them belongs to, under the version that counts there. */
export async function selectByIds(
  deps: Deps,
  requisition: Requisition,
  ids: readonly ApplicantId[],
): Promise<Selection> {
  const { organisationId, id, intakes } = requisition;
  const wanted = ids.slice(0, MOST_AT_ONCE);
  const versions = new Set(intakes.map(({ rubricVersionId }) => rubricVersionId));
  const rows = await Promise.all(
    [...versions].map((version) => deps.stores.standings.findMany(organisationId, id, wanted, version)),
  );
  const counts = rows
    .flat()
    .filter(({ intakeId, rubricVersionId }) =>
      intakes.some((intake) => intake.id === intakeId && intake.rubricVersionId === rubricVersionId),
    );
  const people = counts.toSorted((left, right) => (left.label < right.label ? -1 : 1));
  const missing = wanted.filter((one) => !people.some(({ applicantId }) => applicantId === one));
  return { people, more: ids.length > MOST_AT_ONCE, away: await findAway(deps, requisition, missing) };
}

/** An erased applicant leaves a label. One who is there has a change on its way into the list. */
async function findAway(
  { stores }: Deps,
  { organisationId, id }: Requisition,
  missing: readonly ApplicantId[],
): Promise<Selection['away']> {
  const found = missing.length === 0 ? [] : await stores.applicants.findMany(organisationId, id, missing);
  return found
    .map(({ label, state }) => ({ label, why: state === 'active' ? 'changed-meanwhile' : 'gone' }) as const)
    .toSorted((left, right) => (left.label < right.label ? -1 : 1));
}

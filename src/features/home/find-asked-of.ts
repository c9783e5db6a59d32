import { whoIsAsked } from '../../core/decision/asked-people.ts';
import { missingViews } from '../../core/decision/independent-view.ts';
import { missingScorecards } from '../../core/interview/missing-scorecards.ts';
import type { PersonId } from '../../core/kernel/ids.ts';
import type { Actor } from '../../core/person/person.ts';
import type { Requisition } from '../../core/requisition/requisition.ts';
import type { Deps } from '../../deps.ts';

/** What a role still waits for from one person: views and scorecards about the closer choice. */
export interface AskedOf {
  readonly requisition: Requisition;
  readonly views: number;
  readonly scorecards: number;
}

const STAGES = ['shortlisted', 'interview'] as const;
const MOST_OF_A_STAGE = 50;
const MOST_ROLES = 20;

/** Only of roles in whose lists this person stands, which for most people is none. */
export async function findAskedOf(
  deps: Deps,
  { organisationId, personId }: Actor,
  memberOf: readonly Requisition[],
): Promise<readonly AskedOf[]> {
  const going = memberOf.filter(({ state }) => state === 'open' || state === 'closed');
  if (going.length === 0) return [];
  const ids = going.map(({ id }) => id);
  const naming = new Set(await deps.stores.askedPeople.listRolesNaming(organisationId, ids, personId));
  const named = going.filter(({ id }) => naming.has(id)).slice(0, MOST_ROLES);
  const found = await Promise.all(named.map((requisition) => countIn(deps, personId, requisition)));
  return found.filter(({ views, scorecards }) => views + scorecards > 0);
}

async function countIn({ stores }: Deps, personId: PersonId, requisition: Requisition): Promise<AskedOf> {
  const { organisationId, id: requisitionId, intakes, members } = requisition;
  const pages = await Promise.all(
    STAGES.flatMap((stage) =>
      intakes.map(({ id: intakeId, rubricVersionId }) => {
        const list = { organisationId, requisitionId, intakeId, rubricVersionId };
        return stores.standings.list(list, MOST_OF_A_STAGE, null, { stage });
      }),
    ),
  );
  const ids = pages.flat().map(({ applicantId }) => applicantId);
  const [lists, given, cards] = await Promise.all([
    stores.askedPeople.listFor(organisationId, requisitionId, ids),
    stores.independentViews.listOf(organisationId, requisitionId, ids),
    stores.scorecards.listOf(organisationId, requisitionId, ids),
  ]);
  const lacks = ids.map((applicantId) => {
    const asked = whoIsAsked({ lists, applicantId, members });
    const about = <T extends { readonly applicantId: string }>(all: readonly T[]) =>
      all.filter((one) => one.applicantId === applicantId);
    return {
      view: missingViews(asked, about(given)).includes(personId),
      scorecard: missingScorecards(asked, about(cards)).includes(personId),
    };
  });
  return {
    requisition,
    views: lacks.filter(({ view }) => view).length,
    scorecards: lacks.filter(({ scorecard }) => scorecard).length,
  };
}

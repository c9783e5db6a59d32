import { mayInOrganisation } from '../../core/access/organisation-access.ts';
import type { Actor, Person } from '../../core/person/person.ts';
import { openSeat } from '../../core/rating/open-seat.ts';
import { intakeLists } from '../../core/requisition/intake-list.ts';
import { progressOf, type Progress } from '../../core/requisition/progress.ts';
import type { Requisition } from '../../core/requisition/requisition.ts';
import type { Deps } from '../../deps.ts';
import type { EvidenceCount } from '../../store/standing-count-store.ts';
import { findAskedOf, type AskedOf } from './find-asked-of.ts';
import { findRisks, type ReportedRisk } from './find-risks.ts';
import { findPaused, type PausedRaters } from './find-paused.ts';
import { findLookAgains, type AskedToLook } from './find-look-agains.ts';

/** A role of this person with what has been done in it and what waits for somebody. */
export interface RoleAtWork {
  readonly requisition: Requisition;
  readonly progress: Progress;
  /** Rated applicants on whom nothing is decided yet. */
  readonly toDecide: number;
  /** Responses without raters, and responses that only the lead can settle. */
  readonly unallocated: number;
  readonly lead: number;
  /** Responses that tell who wrote them, until the lead has looked. */
  readonly identifying: number;
  /** Mails to applicants that could not be sent. */
  readonly failedMails: number;
  /** Applicants who wait for a new link, and those who withdrew in the last two weeks. */
  readonly linksAsked: number;
  readonly withdrawn: number;
}

export interface Waiting {
  readonly roles: readonly RoleAtWork[];
  /** Responses this person holds, and ones any rater may take; null for people who do not rate. */
  readonly rating: { readonly held: number; readonly free: number } | null;
  /** Candidates who ask this person to look again, the one that is due first first. */
  readonly lookAgains: readonly AskedToLook[];
  /** Responses in which a rater saw that somebody may be at risk, for the contact of candidates. */
  readonly risks: readonly ReportedRisk[];
  /** Requests that wait for an answer; null for people who do not handle adjustments. */
  readonly adjustments: number | null;
  /** Roles whose applicants will soon be erased, for owners only. */
  readonly toErase: readonly Requisition[];
  /** Changes of rubrics that somebody else asked for; null for people who approve none. */
  readonly rubricChanges: number | null;
  /** Raters whom drift has stopped, in roles that this person leads. */
  readonly paused: readonly PausedRaters[];
  /** Views and scorecards that colleagues wait for. */
  readonly askedOf: readonly AskedOf[];
  readonly now: Date;
  /** The people of the organisation, for owners only. */
  readonly people: readonly Person[] | null;
}

/** Owners are told so long before applicants are erased. */
const WARNED_MS = 30 * 24 * 60 * 60 * 1000;
const MOST_TO_ERASE = 20;
const MOST_IDENTIFYING = 500;
const WITHDRAWN_TOLD_MS = 14 * 24 * 60 * 60 * 1000;

/** Everything that waits for one person, by a handful of counts whatever the number of applicants. */
export async function findWaiting(deps: Deps, actor: Actor): Promise<Waiting> {
  const { organisationId, personId } = actor;
  const requisitions = await deps.stores.requisitions.listForMember(organisationId, personId);
  const now = deps.clock();
  const soon = new Date(now.getTime() + WARNED_MS);
  const owns = mayInOrganisation(actor, 'change-settings') === 'allowed';
  const [roles, rating, adjustments, lookAgains, risks, people, toErase, rubricChanges, paused, askedOf] =
    await Promise.all([
      findRoles(deps, actor, requisitions, now),
      mayInOrganisation(actor, 'rate') === 'allowed' ? findRating(deps, actor, requisitions) : null,
      mayInOrganisation(actor, 'adjust') === 'allowed'
        ? deps.stores.adjustmentRequests.countOpen(organisationId)
        : null,
      findLookAgains(deps, actor, requisitions),
      findRisks(deps, actor, requisitions),
      mayInOrganisation(actor, 'see-people') === 'allowed' ? deps.stores.people.list(organisationId) : null,
      owns ? deps.stores.requisitions.listErasedBefore(organisationId, soon, MOST_TO_ERASE) : [],
      mayInOrganisation(actor, 'approve-rubric') === 'allowed' ? countRubricChanges(deps, actor) : null,
      findPaused(deps, actor, requisitions),
      findAskedOf(deps, actor, requisitions),
    ]);
  return {
    ...{ roles, rating, adjustments, lookAgains, risks, people, toErase, rubricChanges, paused, askedOf },
    now,
  };
}

const MOST_CHANGES = 50;

async function countRubricChanges({ stores }: Deps, { organisationId, personId }: Actor): Promise<number> {
  const waiting = await stores.rubricDrafts.listWaiting(organisationId, MOST_CHANGES);
  return waiting.filter(({ publication }) => publication?.by !== personId).length;
}

async function findRoles(
  { stores }: Deps,
  { organisationId }: Actor,
  requisitions: readonly Requisition[],
  now: Date,
): Promise<readonly RoleAtWork[]> {
  if (requisitions.length === 0) return [];
  const ids = requisitions.map(({ id }) => id);
  const lists = requisitions.flatMap(intakeLists);
  const since = new Date(now.getTime() - WITHDRAWN_TOLD_MS);
  const [evidence, undecided, tasks, failed, wishes, identifying] = await Promise.all([
    stores.standingCounts.countEvidence(lists),
    stores.standingCounts.countEvidence(lists, ['open']),
    stores.ratingTasks.countInStates(organisationId, ids, ['unallocated', 'lead']),
    stores.mailOutbox.countFailedIn(organisationId, ids),
    stores.applicants.countWishes(organisationId, ids, since),
    stores.responseReports.listOpen(organisationId, 'identifies', MOST_IDENTIFYING),
  ]);
  return requisitions.map((requisition) => {
    const inState = (state: string): number =>
      tasks.find((row) => row.requisitionId === requisition.id && row.state === state)?.count ?? 0;
    return {
      requisition,
      progress: progressIn(requisition, evidence),
      toDecide: progressIn(requisition, undecided).rated,
      unallocated: inState('unallocated'),
      lead: inState('lead'),
      identifying: identifying.filter(({ requisitionId }) => requisitionId === requisition.id).length,
      failedMails: failed.get(requisition.id) ?? 0,
      linksAsked: wishes.get(requisition.id)?.linksAsked ?? 0,
      withdrawn: wishes.get(requisition.id)?.withdrawn ?? 0,
    };
  });
}

function progressIn({ id }: Requisition, counts: readonly EvidenceCount[]): Progress {
  const own = counts.filter(({ requisitionId }) => requisitionId === id);
  return progressOf(Object.fromEntries(own.map(({ kind, count }) => [kind, count])));
}

/** A member of a requisition never rates in it, so what stands open there does not wait for them. */
async function findRating(deps: Deps, actor: Actor, memberOf: readonly Requisition[]) {
  const { organisationId, personId } = actor;
  const now = deps.clock();
  const own = new Set(memberOf.map(({ id }) => id));
  const [held, open] = await Promise.all([
    deps.stores.ratingTasks.listHeld(organisationId, personId),
    deps.stores.ratingTasks.listOpen(organisationId, personId, now),
  ]);
  const elsewhere = open.filter(({ requisitionId }) => !own.has(requisitionId));
  return {
    held: held.filter(({ requisitionId }) => !own.has(requisitionId)).length,
    free: elsewhere.filter((task) => openSeat(task, personId, now) !== null).length,
  };
}

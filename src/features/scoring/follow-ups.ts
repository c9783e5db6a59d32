import type { DomainEvent } from '../../core/kernel/domain-event.ts';
import type { ApplicantId, RequisitionId, RubricVersionId } from '../../core/kernel/ids.ts';
import type { FollowUp } from '../../ops/relay.ts';
import { adoptRubricVersion } from './adopt-rubric-version.ts';
import { beginRating } from './begin-rating.ts';
import { dropIdleTasks } from './drop-idle-tasks.ts';
import { refreshStanding } from './refresh-standing.ts';
import { stopRating } from './stop-rating.ts';
import type { AboutApplicant, ScoringDeps } from './scoring-deps.ts';

/** What scoring does after something happened to an applicant. Every follow-up may run twice. */
export function scoringFollowUps(deps: ScoringDeps): Readonly<Record<string, readonly FollowUp[]>> {
  const refresh: FollowUp = (event) => refreshStanding(deps, aboutOf(event));
  const begin: FollowUp = (event) => beginRating(deps, aboutOf(event));
  return {
    'applicant-invited': [refresh],
    'applicant-withdrew': [(event) => stopRating(deps, aboutOf(event)), refresh],
    'applicant-moved': [refresh],
    'attempt-begun': [refresh],
    'attempt-finished': [begin, refresh],
    'part-reopened': [refresh],
    'response-rated': [refresh],
    'response-settled': [refresh],
    'rating-voided': [refresh],
    // Once more, for what was being made while the change ended.
    'rubric-version-not-adopted': [
      (event) => dropIdleTasks(deps, event.organisationId, roleOf(event), versionOf(event)),
    ],
    'rubric-change-approved': [(event) => adoptRubricVersion(deps, event.organisationId, roleOf(event))],
  };
}

function roleOf({ type, facts }: DomainEvent): RequisitionId {
  const { requisitionId } = facts;
  if (typeof requisitionId !== 'string') throw new Error(`event ${type} does not say in which role`);
  return requisitionId as RequisitionId;
}

function versionOf({ type, facts }: DomainEvent): RubricVersionId {
  const { rubricVersionId } = facts;
  if (typeof rubricVersionId !== 'string') throw new Error(`event ${type} does not say which version`);
  return rubricVersionId as RubricVersionId;
}

/** Follow-ups get ids as facts; an event without them is a fault of whoever told it. */
function aboutOf({ organisationId, type, facts }: DomainEvent): AboutApplicant {
  const { requisitionId, applicantId } = facts;
  if (typeof requisitionId !== 'string' || typeof applicantId !== 'string') {
    throw new Error(`event ${type} does not say whom it is about`);
  }
  return {
    organisationId,
    requisitionId: requisitionId as RequisitionId,
    applicantId: applicantId as ApplicantId,
  };
}

import { mayAnswerLookAgain } from '../../core/access/look-again-access.ts';
import type { RatingTaskId } from '../../core/kernel/ids.ts';
import type { Actor } from '../../core/person/person.ts';
import type { ResponseText } from '../../core/rating/check-judgement.ts';
import type { ResponseReport } from '../../core/rating/response-report.ts';
import type { Deps } from '../../deps.ts';

/** A report that somebody may be at risk, with what the contact reads: the label and the words, never a name. */
export interface FoundRisk {
  readonly report: ResponseReport;
  readonly roleTitle: string;
  readonly simulated: boolean;
  readonly label: string;
  readonly text: ResponseText;
}

/** Null also where it is not this person's to read: the contact that candidates are told, as for looking again. */
export async function findRisk(deps: Deps, actor: Actor, unsafeId: string): Promise<FoundRisk | null> {
  const { stores } = deps;
  const { organisationId } = actor;
  const taskId = unsafeId as RatingTaskId;
  const report = await stores.responseReports.findOfTask(organisationId, taskId, 'at-risk');
  if (report === null) return null;
  const { requisitionId, applicantId } = report;
  const [organisation, requisition, applicant, text] = await Promise.all([
    stores.organisations.find(organisationId),
    stores.requisitions.find(organisationId, requisitionId),
    stores.applicants.find(organisationId, requisitionId, applicantId),
    findText(deps, report),
  ]);
  if (!organisation || !requisition || !applicant || text === null) return null;
  const contactId = await stores.people.findActiveId(organisationId, organisation.contactEmail);
  const access = mayAnswerLookAgain(actor, { organisationId, contactId, members: requisition.members });
  if (access !== 'allowed') return null;
  const { title: roleTitle, simulated } = requisition;
  return { report, roleTitle, simulated, label: applicant.label, text };
}

/** The response of a report, word for word; null where it was erased. */
export async function findText({ stores }: Deps, report: ResponseReport): Promise<ResponseText | null> {
  const { organisationId, requisitionId, attemptId, itemId } = report;
  const attempt = await stores.attempts.find(organisationId, requisitionId, attemptId);
  const value = attempt?.responses[itemId]?.value;
  return value?.kind === 'written-response' ? { a: value.a, b: value.b } : null;
}

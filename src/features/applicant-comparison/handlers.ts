import type { ApplicantId } from '../../core/kernel/ids.ts';
import type { Actor } from '../../core/person/person.ts';
import type { Requisition } from '../../core/requisition/requisition.ts';
import type { Deps } from '../../deps.ts';
import { intakeGone } from '../../http/intake-gone.ts';
import type { RefusedReply, Reply } from '../../http/reply.ts';
import { applicantsPage } from './applicants-page.ts';
import { compareApplicants, FEWEST, MOST, type ComparisonOutcome } from './compare-applicants.ts';
import { comparisonPage } from './comparison-page.ts';
import { listApplicants } from './list-applicants.ts';
import type { ApplicantsRequest, ComparisonRequest } from './requests.ts';

interface InRequisition {
  readonly actor: Actor;
  readonly requisition: Requisition;
}

export function comparisonHandlers(deps: Deps) {
  return {
    async list({ actor, requisition, query }: InRequisition & { query: ApplicantsRequest }): Promise<Reply> {
      const gone = intakeGone(requisition, query.intake);
      return gone ?? applicantsPage(actor, await listApplicants(deps, actor, requisition, query));
    },

    async compare(input: InRequisition & { query: ComparisonRequest }): Promise<Reply> {
      const { actor, requisition, query } = input;
      const outcome = await compareApplicants(deps, actor, requisition, query.applicant, query.show);
      if (outcome.kind === 'compared') return comparisonPage(outcome.comparison, query.show);
      return refusal(outcome, requisition, query.applicant);
    },
  };
}

const DIFFERS = {
  'other-intake': 'They belong to different intakes, and an applicant is compared within their own.',
  'other-form': 'They did not take the same version of the assessment.',
  'other-key': 'Their judgment part was scored with different keys.',
  'other-rubric-version': 'Their responses were rated under different versions of the rubric.',
} as const;

/** What stands in the way and what to do, with the way back to the list as it was ticked. */
function refusal(
  outcome: Exclude<ComparisonOutcome, { kind: 'compared' }>,
  { id }: Requisition,
  chosen: readonly ApplicantId[],
): RefusedReply {
  const still = outcome.kind === 'absent' ? outcome.others : chosen;
  const ticked = still.map((applicant) => `applicant=${applicant}`).join('&');
  const list = `/requisitions/${id}/applicants`;
  const back = { label: 'Back to the applicants', href: ticked === '' ? list : `${list}?${ticked}` };
  const compare = `/requisitions/${id}/comparison?${ticked}`;
  switch (outcome.kind) {
    case 'choose-others':
      return {
        kind: 'refused',
        status: 422,
        heading: `Choose ${FEWEST} to ${MOST} applicants`,
        text: `${outcome.chosen === 0 ? 'None is' : `${outcome.chosen} ${outcome.chosen === 1 ? 'is' : 'are'}`} chosen. Go back, tick ${FEWEST} to ${MOST}, and compare them.`,
        actions: [back],
      };
    case 'not-comparable':
      return {
        kind: 'refused',
        status: 409,
        heading: 'These applicants cannot be compared',
        text: `${DIFFERS[outcome.reason]} Choose others.`,
        actions: [back],
      };
    case 'being-computed':
      return {
        kind: 'refused',
        status: 409,
        heading: 'One of them is just being brought up to date',
        text: 'This takes a few seconds. Try again.',
        actions: [{ label: 'Try again', href: compare }, back],
      };
    case 'absent': {
      const away = chosen.length - still.length;
      return {
        kind: 'refused',
        status: 404,
        heading: `${away === 1 ? 'One of them is' : `${away} of them are`} not here any more`,
        text: `Whoever was erased meanwhile is gone for good. ${still.length === 0 ? 'Choose others.' : `The ${still.length === 1 ? 'other one is' : 'others are'} still ticked in the list.`}`,
        actions: [...(still.length >= FEWEST ? [{ label: 'Compare the others', href: compare }] : []), back],
      };
    }
  }
}

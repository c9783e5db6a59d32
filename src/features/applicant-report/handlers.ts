import type { ApplicantId } from '../../core/kernel/ids.ts';
import type { Actor } from '../../core/person/person.ts';
import type { Requisition } from '../../core/requisition/requisition.ts';
import type { Deps } from '../../deps.ts';
import { notFound, type RefusedReply, type Reply } from '../../http/reply.ts';
import { guidePage } from './guide-page.ts';
import { readReport } from './read-report.ts';
import { reportPage } from './report-page.ts';

interface About {
  readonly actor: Actor;
  readonly requisition: Requisition;
  readonly params: { readonly applicantId: ApplicantId };
}

export function reportHandlers(deps: Deps) {
  return {
    async show({ actor, requisition, params: { applicantId } }: About): Promise<Reply> {
      const outcome = await readReport(deps, actor, requisition, applicantId, 'report-viewed');
      if (outcome.kind === 'absent') return notFound;
      return outcome.kind === 'read' ? reportPage(actor, outcome.report) : notYet(requisition, applicantId);
    },

    async guide({ actor, requisition, params: { applicantId } }: About): Promise<Reply> {
      const outcome = await readReport(deps, actor, requisition, applicantId, 'interview-guide-viewed');
      if (outcome.kind === 'absent') return notFound;
      return outcome.kind === 'read' ? guidePage(outcome.report) : notYet(requisition, applicantId);
    },
  };
}

const notYet = ({ id }: Requisition, applicantId: ApplicantId): RefusedReply => ({
  kind: 'refused',
  status: 409,
  heading: 'This applicant is just being brought up to date',
  text: 'This takes a few seconds. Go back and try again.',
  actions: [{ label: 'Try again', href: `/requisitions/${id}/applicants/${applicantId}` }],
});

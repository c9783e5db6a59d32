import type { ApplicantId } from '../../core/kernel/ids.ts';
import type { Actor } from '../../core/person/person.ts';
import type { Requisition } from '../../core/requisition/requisition.ts';
import type { Deps } from '../../deps.ts';
import { notFound, type Reply } from '../../http/reply.ts';
import { readReport } from './read-report.ts';
import { reportPage } from './report-page.ts';

interface About {
  readonly actor: Actor;
  readonly requisition: Requisition;
  readonly params: { readonly applicantId: ApplicantId };
}

export function reportHandlers(deps: Deps) {
  return {
    async show({ actor, requisition, params }: About): Promise<Reply> {
      const outcome = await readReport(deps, actor, requisition, params.applicantId);
      if (outcome.kind === 'absent') return notFound;
      if (outcome.kind === 'read') return reportPage(actor, outcome.report);
      const at = `/requisitions/${requisition.id}/applicants`;
      return {
        kind: 'refused',
        status: 409,
        heading: 'This applicant is just being brought up to date',
        text: 'This takes a few seconds. Try again.',
        actions: [
          { label: 'Try again', href: `${at}/${params.applicantId}` },
          { label: 'Back to the applicants', href: at },
        ],
      };
    },
  };
}

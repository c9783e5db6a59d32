import type { PageReply } from '../../http/reply.ts';
import { formatDate } from '../../presentation/format-date.ts';
import type { FoundRisk } from './find-report.ts';

/** The response in which a rater saw that somebody may be at risk, for the contact that candidates are told. */
export function riskPage({ report, roleTitle, simulated, label, text }: FoundRisk): PageReply {
  const { closed } = report;
  const title = 'Somebody may be at risk';
  const vm = {
    header: { heading: title, sub: `${roleTitle}, candidate ${label}`, chips: [], buttons: [] },
    about: {
      look: closed === null ? ('warn' as const) : ('ok' as const),
      heading: closed === null ? null : `Seen to on ${formatDate(closed.at)}`,
      lines: [
        'A rater read this response and thought that the writer or somebody else may be in danger. Decide what to do outside Attune: a recruiter of the role can reach the candidate. In an emergency call the emergency number.',
        'It has no effect on the rating, and nothing of it stands in the audit trail but that it was reported and seen to.',
      ],
      links: [],
    },
    a: text.a,
    b: text.b,
    action: closed === null ? `/risks/${report.taskId}` : null,
  };
  return { kind: 'page', layout: 'staff', view: 'response-reports/risk', title, vm, simulated };
}

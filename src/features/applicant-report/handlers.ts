import type { ApplicantId } from '../../core/kernel/ids.ts';
import type { Actor } from '../../core/person/person.ts';
import type { Requisition } from '../../core/requisition/requisition.ts';
import type { Deps } from '../../deps.ts';
import { notFound, type Reply } from '../../http/reply.ts';
import type { DocumentContent } from '../../presentation/document/document-content.ts';
import { loadFonts } from '../../presentation/document/load-fonts.ts';
import { writePdf } from '../../presentation/document/write-pdf.ts';
import { guideContent } from './guide-content.ts';
import { guidePage } from './guide-page.ts';
import { notYet } from './not-yet.ts';
import { readReport, type Reading, type Report } from './read-report.ts';
import { reportContent } from './report-content.ts';
import { reportPage } from './report-page.ts';
import { isEarlier } from './version-words.ts';

interface About {
  readonly actor: Actor;
  readonly requisition: Requisition;
  readonly params: { readonly applicantId: ApplicantId };
}

type UnderVersion = About & { readonly query: { readonly rubric: number | null } };

export function reportHandlers(deps: Deps) {
  const answer =
    (reading: Reading, reply: (report: Report, actor: Actor) => Reply | Promise<Reply>) =>
    async (
      { actor, requisition, params: { applicantId } }: About,
      number: number | null = null,
    ): Promise<Reply> => {
      const outcome = await readReport(deps, actor, requisition, applicantId, reading, number);
      if (outcome.kind === 'absent') return notFound;
      return outcome.kind === 'read' ? reply(outcome.report, actor) : notYet(requisition, applicantId);
    };
  const pdf =
    (name: string, contentOf: (report: Report, at: Date) => DocumentContent) =>
    async (report: Report): Promise<Reply> => ({
      kind: 'stream',
      fileName: `${name}-${report.standing.label}${isEarlier(report) ? `-version-${report.rubric.number}` : ''}.pdf`,
      type: 'application/pdf',
      pieces: await writePdf(contentOf(report, deps.clock()), await loadFonts(deps.root)),
    });
  const show = answer('report-viewed', (report, actor) => reportPage(actor, report));
  const file = answer('report-exported', pdf('report', reportContent));
  return {
    show: (input: UnderVersion) => show(input, input.query.rubric),
    file: (input: UnderVersion) => file(input, input.query.rubric),
    guide: answer('interview-guide-viewed', guidePage),
    guideFile: answer('interview-guide-exported', pdf('interview-guide', guideContent)),
  };
}

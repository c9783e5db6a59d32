import type { Breadcrumb, PageHeader } from '../../http/parts.ts';
import type { PageReply } from '../../http/reply.ts';
import { blindWords } from '../../presentation/blind-words.ts';
import { coreQuestions, followUpQuestions, type FollowUpQuestion, type Question } from './guide-questions.ts';
import type { Report } from './read-report.ts';

interface GuideVm {
  readonly breadcrumb: Breadcrumb;
  readonly header: PageHeader;
  readonly questions: readonly Question[];
  readonly followUps: readonly FollowUpQuestion[];
}

/** The same questions and level cards for everybody in the role; at most two more from what this person wrote. No scores. */
export function guidePage(report: Report): PageReply {
  const { requisition, rubric, standing, applicant } = report;
  const at = `/requisitions/${requisition.id}`;
  const vm: GuideVm = {
    breadcrumb: { links: [{ label: requisition.title, href: at }], here: 'Interview guide' },
    header: {
      heading: `Interview guide for ${standing.label}`,
      sub: `${requisition.title} · rubric version ${rubric.number} · ${blindWords(requisition)}`,
      chips: [],
      buttons: [
        {
          kind: 'link',
          label: 'To print (PDF)',
          look: 'plain',
          href: `${at}/applicants/${applicant.id}/interview-guide/pdf`,
        },
      ],
    },
    questions: coreQuestions(report),
    followUps: followUpQuestions(report),
  };
  return {
    kind: 'page',
    layout: 'staff',
    view: 'applicant-report/guide',
    title: `Interview guide for ${standing.label}, ${requisition.title}`,
    simulated: requisition.simulated,
    vm,
  };
}

import { applicantAt, applicantPage } from '../../http/applicant-page.ts';
import type { PageReply } from '../../http/reply.ts';
import { blindWords } from '../../presentation/blind-words.ts';
import { coreQuestions, followUpQuestions, type FollowUpQuestion, type Question } from './guide-questions.ts';
import type { Report } from './read-report.ts';

interface GuideVm {
  readonly questions: readonly Question[];
  readonly followUps: readonly FollowUpQuestion[];
}

/** The same questions and level cards for everybody in the role; at most two more from what this person wrote. No scores. */
export function guidePage(report: Report): PageReply {
  const { requisition, rubric, standing, applicant } = report;
  const { here } = applicantAt(requisition, applicant);
  const vm: GuideVm = {
    questions: coreQuestions(report),
    followUps: followUpQuestions(report),
  };
  return applicantPage({
    requisition,
    applicant,
    way: [],
    here: 'Interview guide',
    header: {
      heading: `Interview guide for ${standing.label}`,
      sub: `${requisition.title} · rubric version ${rubric.number} · ${blindWords(requisition)}`,
      buttons: [
        {
          kind: 'link',
          label: 'To print (PDF)',
          look: 'plain',
          href: `${here}/interview-guide/pdf`,
        },
      ],
    },
    view: 'applicant-report/guide',
    vm,
  });
}

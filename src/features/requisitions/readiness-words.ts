import type { Readiness } from '../../core/requisition/check-readiness.ts';
import type { Link } from '../../http/parts.ts';

type Lack = Readiness['missing'][number] | Readiness['advice'][number];

/** What is missing, why it is asked, and the page on which to put it right. */
export function readinessWords(requisitionId: string, lack: Lack): { text: string; link: Link } {
  const link = (label: string, page: string): Link => ({
    label,
    href: `/requisitions/${requisitionId}/${page}`,
  });
  const jobAnalysis = link('Job analysis', 'job-analysis');
  const members = link('Members', 'members');
  switch (lack.kind) {
    case 'no-tasks':
      return {
        text: 'The tasks of the job are not written down. The weights of the rubric rest on them.',
        link: jobAnalysis,
      };
    case 'criterion-without-task':
      return {
        text: `No task needs ${lack.criterion}. Name one that does, or choose another assessment.`,
        link: jobAnalysis,
      };
    case 'not-confirmed':
      return { text: 'Nobody who knows the job has confirmed its tasks.', link: jobAnalysis };
    case 'no-places':
      return {
        text: 'The number of interview places is not said. It has to be before anybody is seen.',
        link: link('Rules', 'rules'),
      };
    case 'no-recruiter':
      return { text: 'No member is an active recruiter who could invite.', link: members };
    case 'no-lead':
      return {
        text: 'No member is a hiring manager. Somebody has to lead the rating and settle what raters cannot.',
        link: members,
      };
    case 'too-few-raters':
      return {
        text: `${lack.raters === 0 ? 'Nobody can rate here yet' : 'Only one person can rate here yet'}: an active rater who is no member. Every response needs two, and a third settles a disagreement.`,
        link: { label: 'People', href: '/people' },
      };
  }
}

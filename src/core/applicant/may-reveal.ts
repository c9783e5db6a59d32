import type { Requisition } from '../requisition/requisition.ts';
import type { Stage } from './applicant.ts';

const FROM: Readonly<Record<Requisition['revealAt'], readonly Stage[]>> = {
  start: ['open', 'shortlisted', 'interview', 'offer', 'rejected', 'withdrawn'],
  shortlist: ['shortlisted', 'interview', 'offer', 'rejected'],
  decision: ['offer', 'rejected'],
};

/** Whether this role lets a name be seen at this stage. Seeing it is still somebody's act, and recorded. */
export const mayReveal = (revealAt: Requisition['revealAt'], stage: Stage): boolean =>
  FROM[revealAt].includes(stage);

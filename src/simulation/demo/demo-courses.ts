import { createLabels } from '../draw-label.ts';
import type { Course } from '../simulate-applicant.ts';

/** The same people in every demo; chosen because so few of them still lie near the middle of the believable ranges. */
export const DEMO_SEED = 'quay';

/** How many people of the demo come how far. */
interface Group extends Omit<Course, 'number' | 'label'> {
  readonly count: number;
}

const finished = {
  count: 1,
  invitedDaysAgo: 12,
  linkDays: 14,
  stage: 'open',
  partsDone: 2,
  rated: 'to-the-end',
  left: null,
  evidence: true,
} as const satisfies Group;
const invited = { ...finished, partsDone: null } as const;

/** A role in full swing: every state that the product knows is there. */
const GROUPS: readonly Group[] = [
  { ...finished, count: 4, stage: 'shortlisted' },
  { ...finished, stage: 'interview' },
  { ...finished, count: 125 },
  { ...finished, left: 'writing' },
  { ...finished, left: 'judgment' },
  { ...finished, stage: 'withdrawn' },
  { ...finished, count: 5, rated: 'by-two' },
  { ...finished, count: 2, rated: 'by-two', left: 'last-content' },
  { ...finished, count: 3, invitedDaysAgo: 2, partsDone: 1 },
  { ...finished, count: 3, invitedDaysAgo: 2, partsDone: 0 },
  { ...invited, count: 7, invitedDaysAgo: 2 },
  { ...invited, count: 2, invitedDaysAgo: 16 },
  { ...invited, invitedDaysAgo: 5, stage: 'withdrawn' },
];
/** Handed in lately: the first are given to raters, the last wait for the hiring manager to do so. */
const WITH_RATERS: Group = { ...finished, count: 8, invitedDaysAgo: 4, rated: 'not-at-all' };
const UNALLOCATED: Group = { ...WITH_RATERS, count: 4 };
/** Whoever looks at the demo may take the assessment; the link stays good for a year. */
const VISITOR: Group = { ...invited, invitedDaysAgo: 0, linkDays: 365 };

export interface DemoCourses {
  readonly settled: readonly Course[];
  readonly withRaters: readonly Course[];
  readonly unallocated: readonly Course[];
  readonly visitor: readonly Course[];
}

export function demoCourses(): DemoCourses {
  const label = createLabels();
  let number = 0;
  const coursesOf = ({ count, ...course }: Group): readonly Course[] =>
    Array.from({ length: count }, () => ({ ...course, number: (number += 1), label: label() }));
  return {
    settled: GROUPS.flatMap(coursesOf),
    withRaters: coursesOf(WITH_RATERS),
    unallocated: coursesOf(UNALLOCATED),
    visitor: coursesOf(VISITOR),
  };
}

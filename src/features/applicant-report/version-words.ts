import type { Link, Notice } from '../../http/parts.ts';
import type { Report } from './read-report.ts';

type Versions = Pick<Report, 'rubric' | 'versions'>;

/** Whether another version counts by now. */
export const isEarlier = ({ rubric, versions }: Versions): boolean => rubric.id !== versions.at(-1)?.id;

/** What the address of this very report has behind it. */
export const underVersion = (report: Versions): string =>
  isEarlier(report) ? `?rubric=${report.rubric.number}` : '';

export function earlierNotice(report: Report): Notice | null {
  const counting = report.versions.at(-1);
  if (counting === undefined || !isEarlier(report)) return null;
  return {
    look: 'warn',
    heading: null,
    lines: [
      `This is the report as version ${report.rubric.number} of the rubric gave it. Version ${counting.number} counts now: ${counting.reason}`,
    ],
    links: [{ label: `The report under version ${counting.number}`, href: reportHref(report) }],
  };
}

/** The same report under each version that counted before; none where an earlier one is shown. */
export const reportsBefore = (report: Report): readonly Link[] =>
  isEarlier(report)
    ? []
    : report.versions.slice(0, -1).map(({ number }) => ({
        label: `version ${number}`,
        href: `${reportHref(report)}?rubric=${number}`,
      }));

const reportHref = ({ requisition, applicant }: Report): string =>
  `/requisitions/${requisition.id}/applicants/${applicant.id}`;

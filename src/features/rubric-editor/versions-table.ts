import type { Column, DataTable } from '../../http/parts.ts';
import { formatDate } from '../../presentation/format-date.ts';
import type { RubricAtWork } from './load-rubric.ts';

export const nameOf = ({ people }: Pick<RubricAtWork, 'people'>, id: string): string =>
  people.find((person) => person.id === id)?.name ?? 'somebody who is gone';

/** Every version there has been, the newest first, each linked to its page below `here`. */
export function versionsTable(at: RubricAtWork, here: string): DataTable {
  const { requisition, versions } = at;
  const column = (label: string): Column => ({ label, labelHidden: false, align: 'start', sort: null });
  return {
    id: 'versions',
    heading: 'Versions',
    headingHidden: false,
    note: 'A published version never changes. Whoever was measured by one can be read under it for ever.',
    columns: ['Version', 'Published', 'By', 'Counts for'].map(column),
    rows: versions.map((version) => {
      const { number, publishedAt, publishedBy, reason, id } = version;
      const users = requisition.intakes.filter(({ rubricVersionId }) => rubricVersionId === id);
      const intakes = users.map(({ opensAt }) => `intake of ${formatDate(opensAt)}`).join(', ');
      return {
        lineAfter: null,
        cells: [
          { kind: 'link', text: `Version ${number}`, href: `${here}/versions/${number}`, sub: reason },
          { kind: 'text', text: formatDate(publishedAt), sub: null },
          { kind: 'text', text: nameOf(at, publishedBy), sub: null },
          { kind: 'text', text: intakes || 'nobody now', sub: null },
        ],
      };
    }),
    empty: 'There is no version.',
    sortsInPlace: false,
  };
}

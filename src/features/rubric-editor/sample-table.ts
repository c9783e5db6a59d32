import type { RubricContent } from '../../core/rubric/rubric.ts';
import type { SampleAgreement } from '../../core/rubric/rubric-sample.ts';
import type { Cell, DataTable } from '../../http/parts.ts';
import { formatCount } from '../../presentation/format-count.ts';
import type { Sample } from './load-sample.ts';

/** How far the draft's anchors move levels, criterion by criterion: counts and sizes, never whose. */
export function sampleTable(
  { agreement, responses }: Sample,
  content: RubricContent,
  before: number,
): DataTable {
  const labelOf = (id: string) =>
    content.criteria.find((criterion) => criterion.id === id)?.label ?? 'Removed';
  return {
    id: 'sample',
    heading: `Levels under the draft beside those under version ${before}`,
    headingHidden: false,
    note: `From ${formatCount(responses, 'response', 'responses')}: enough to see that anchors read otherwise, too few to say how well raters will agree.`,
    columns: ['Criterion', 'Levels', 'As before', 'At most one apart', 'Moved by'].map((label, index) => ({
      label,
      labelHidden: false,
      align: index === 0 ? 'start' : 'end',
      sort: null,
    })),
    rows: agreement.map((one) => ({
      lineAfter: null,
      cells: [text(labelOf(one.criterion)), ...cellsOf(one)],
    })),
    empty: 'No criterion of the draft was rated before, so there is nothing to compare with.',
    sortsInPlace: false,
  };
}

const cellsOf = ({ n, same, adjacent, shift }: SampleAgreement): Cell[] => [
  text(`${n}`),
  text(`${same} of ${n}`),
  text(`${adjacent} of ${n}`),
  text(shiftWords(shift)),
];

function shiftWords(shift: number): string {
  const size = Math.abs(shift).toFixed(1);
  if (size === '0.0') return 'nothing on average';
  return `${size} levels ${shift > 0 ? 'up' : 'down'}`;
}

const text = (value: string): Cell => ({ kind: 'text', text: value, sub: null });

import type { Form } from '../../core/form/form.ts';
import { LEAST_FOR_PART_TIME, type PartTime } from '../../core/quality/part-times.ts';
import type { Cell, DataTable } from '../../http/parts.ts';
import { formatCount } from '../../presentation/format-count.ts';

const text = (shown: string): Cell => ({ kind: 'text', text: shown, sub: null });
const minutesOf = (count: number): string => formatCount(count, 'minute', 'minutes');

/** Each part with its limit and the time that 95 of 100 people took without one. */
export function timesTable({ sections }: Form, times: readonly PartTime[]): DataTable {
  return {
    id: 'times',
    heading: 'Time without a limit',
    headingHidden: false,
    note: 'From start to hand-in, breaks included, of people who took the part without a limit: they chose so, or the role has no limits.',
    columns: ['Part', 'Limit of the form', 'n', 'Time taken'].map((label) => ({
      label,
      labelHidden: false,
      align: label === 'n' || label === 'Limit of the form' ? 'end' : 'start',
      sort: null,
    })),
    rows: sections.flatMap((section) => {
      const own = times.find(({ sectionId }) => sectionId === section.id);
      if (own === undefined) return [];
      const cells = [section.title, minutesOf(section.minutes), `${own.n}`, takenWords(own)].map(text);
      return [{ cells, lineAfter: null }];
    }),
    empty: '',
    sortsInPlace: false,
  };
}

const takenWords = ({ n, minutes }: PartTime): string =>
  minutes.value === null
    ? `Not enough yet (${n} of ${LEAST_FOR_PART_TIME})`
    : `95 of 100 took up to ${minutesOf(Math.ceil(minutes.value))}`;

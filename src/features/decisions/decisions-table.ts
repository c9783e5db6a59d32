import type { PersonId } from '../../core/kernel/ids.ts';
import type { Cell, DataTable } from '../../http/parts.ts';
import { formatDate } from '../../presentation/format-date.ts';
import { formatList } from '../../presentation/format-list.ts';
import { stageChip } from '../../presentation/standing-words.ts';
import type { Case } from './find-case.ts';

const time = new Intl.DateTimeFormat('en-GB', { timeStyle: 'short', timeZone: 'UTC' });
const text = (words: string, sub: string | null = null): Cell => ({ kind: 'text', text: words, sub });

/** Whose views were asked and not waited for. */
const passedOver = (without: readonly PersonId[], staff: Case['staff']): string | null =>
  without.length === 0
    ? null
    : `Without the views of ${formatList(without.map((id) => staff.get(id) ?? 'somebody who is gone'))}`;

/** Every move so far, the newest first. */
export function decisionsTable({ record, staff }: Case): DataTable {
  const heads = ['When', 'Who', 'From', 'To', 'Reason', 'Also considered'];
  return {
    id: 'decisions',
    heading: 'Decisions so far',
    headingHidden: false,
    note: 'Times are UTC.',
    columns: heads.map((label) => ({ label, labelHidden: false, align: 'start' as const, sort: null })),
    rows: [...record.decisions].reverse().map(({ at, by, from, to, reason, considered, without = [] }) => ({
      lineAfter: null,
      cells: [
        text(formatDate(at), time.format(at)),
        text(staff.get(by) ?? 'Somebody who is gone'),
        text(stageChip(from).label),
        text(stageChip(to).label),
        text(reason),
        text(considered === '' ? '–' : considered, passedOver(without, staff)),
      ],
    })),
    empty: 'Nobody has decided anything yet.',
    sortsInPlace: true,
  };
}

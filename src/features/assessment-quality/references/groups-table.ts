import type { NormGroup } from '../../../core/norms/norm-group.ts';
import type { DataTable } from '../../../http/parts.ts';
import { formatDate } from '../../../presentation/format-date.ts';
import { frozenWords } from '../../../presentation/norm-words.ts';

/** Every group with its days, who it is, and what was frozen. */
export const groupsTable = (groups: readonly NormGroup[]): DataTable => ({
  id: 'norm-groups',
  heading: 'Norm groups',
  headingHidden: false,
  note: 'Frozen for good: people who come later change nothing in them. They hold counts of scores and nobody’s id.',
  columns: ['Group', 'Handed in', 'Judgment', 'Written', 'Frozen'].map((label) => ({
    label,
    labelHidden: false,
    align: 'start',
    sort: null,
  })),
  rows: groups.map(({ name, description, from, to, scores, frozenAt }) => ({
    cells: [
      { kind: 'text', text: name, sub: description },
      { kind: 'text', text: `${formatDate(from)} to ${formatDate(to)}`, sub: null },
      { kind: 'text', text: frozenWords(scores.judgment), sub: null },
      { kind: 'text', text: frozenWords(scores.written), sub: null },
      { kind: 'text', text: formatDate(frozenAt), sub: null },
    ],
    lineAfter: null,
  })),
  empty: 'There are no norm groups yet.',
  sortsInPlace: false,
});

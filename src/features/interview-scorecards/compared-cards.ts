import { compareScorecards, type Agreement } from '../../core/interview/compare-scorecards.ts';
import type { ScorecardEntry } from '../../core/interview/scorecard.ts';
import type { PersonId } from '../../core/kernel/ids.ts';
import type { Cell, DataTable } from '../../http/parts.ts';
import { formatDate } from '../../presentation/format-date.ts';
import type { Scorecards } from './find-scorecards.ts';

export interface ComparedCards {
  readonly table: DataTable;
  readonly criteria: readonly {
    readonly id: string;
    readonly heading: string;
    readonly agreement: string;
    readonly notes: readonly { readonly who: string; readonly level: string; readonly evidence: string }[];
  }[];
  /** About people who had read the others' before they wrote. */
  readonly remarks: readonly string[];
}

/** Each interviewer's levels side by side and what they rest on. Differences stay in sight: there is no mean. */
export function comparedCards({ handedIn, rubric, staff }: Scorecards): ComparedCards {
  const nameOf = (id: PersonId): string => staff.get(id) ?? 'Somebody who is gone';
  const compared = compareScorecards(rubric.criteria, handedIn);
  const labelOf = (id: string): string => rubric.criteria.find((one) => one.id === id)?.label ?? id;
  const heads = ['Criterion', ...handedIn.map(({ personId }) => nameOf(personId)), 'Agreement'];
  return {
    table: {
      id: 'scorecards',
      heading: 'Scorecards side by side',
      headingHidden: false,
      note: 'Each was handed in before its writer could read the others, unless it is said below. Where levels are far apart, talk before anybody decides.',
      columns: heads.map((label) => ({ label, labelHidden: false, align: 'start' as const, sort: null })),
      rows: compared.map(({ criterion, entries, agreement }) => ({
        lineAfter: null,
        cells: [
          text(labelOf(criterion)),
          ...handedIn.map(({ personId }) =>
            levelCell(entries.find((one) => one.personId === personId) ?? null),
          ),
          text(agreementWords(agreement)),
        ],
      })),
      empty: 'Nobody has handed in a scorecard yet.',
      sortsInPlace: true,
    },
    criteria: compared.map(({ criterion, entries, agreement }) => ({
      id: `heard-${criterion}`,
      heading: labelOf(criterion),
      agreement: agreementWords(agreement),
      notes: entries.map((entry) => ({
        who: nameOf(entry.personId),
        level: levelWords(entry),
        evidence: entry.evidence,
      })),
    })),
    remarks: handedIn.flatMap(({ personId, readOthersAt }) =>
      readOthersAt === null
        ? []
        : `${nameOf(personId)} had read the others’ scorecards on ${formatDate(readOthersAt)}, before writing this one.`,
    ),
  };
}

const text = (words: string): Cell => ({ kind: 'text', text: words, sub: null });

function levelCell(entry: ScorecardEntry | null): Cell {
  const level = entry?.level ?? 'not-heard';
  return level === 'not-heard' ? text('–') : { kind: 'level', text: String(level), level };
}

const levelWords = ({ level }: ScorecardEntry): string =>
  level === null || level === 'not-heard' ? 'It did not come up' : `Level ${level}`;

function agreementWords(agreement: Agreement): string {
  switch (agreement.kind) {
    case 'nobody':
      return 'Nobody heard anything on it';
    case 'one':
      return 'One level only';
    case 'same':
      return `All say ${agreement.lowest}`;
    case 'near':
      return `Close: ${agreement.lowest} to ${agreement.highest}`;
    case 'apart':
      return `Far apart: ${agreement.lowest} to ${agreement.highest}`;
  }
}

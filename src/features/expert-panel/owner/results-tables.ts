import type { JudgedExpert, JudgedPanel } from '../../../core/expert-panel/judge-panel.ts';
import type {
  DropReason,
  JudgedOption,
  JudgedSituation,
} from '../../../core/expert-panel/judge-situation.ts';
import { findItem } from '../../../core/form/find-item.ts';
import type { Cell, Chip, DataTable } from '../../../http/parts.ts';
import { formatDate } from '../../../presentation/format-date.ts';
import { RELATION, yearsWords } from '../relation-words.ts';
import type { Results } from './load-results.ts';
import { columnsOf } from './panel-words.ts';

const text = (value: string, sub: string | null = null): Cell => ({ kind: 'text', text: value, sub });
const two = (value: number): string => value.toFixed(2);

/** Experts have numbers, in an order that says nothing. */
export const expertName = (place: number): string => `Expert ${place + 1}`;

const FLAGS: Readonly<Record<JudgedExpert['flags'][number], Chip>> = {
  'apart-from-others': { label: 'Agrees little with the others', look: 'warn' },
  'rates-all-alike': { label: 'Gave one rating to everything', look: 'warn' },
  'rates-higher': { label: 'Rates a point higher or more', look: 'plain' },
  'rates-lower': { label: 'Rates a point lower or more', look: 'plain' },
};

export function expertsTable({ experts }: JudgedPanel): DataTable {
  return {
    id: 'experts',
    heading: 'Experts',
    headingHidden: false,
    note: 'Agreement is the correlation of an expert’s ratings with the mean of the others. Below .30 somebody should look at them. A person who rates everything higher or lower may agree with the others all the same. Nobody is left out unless you do it.',
    columns: columnsOf(['Expert', 'Agreement', 'Rates higher by', 'To look at'], 2),
    rows: experts.map(({ background, withOthers, higher, flags, leftOut }, place) => ({
      lineAfter: null,
      cells: [
        text(
          expertName(place),
          background === null
            ? null
            : `${RELATION[background.relation].told}, ${yearsWords(background.years)}`,
        ),
        text(withOthers === null ? 'cannot be told' : two(withOthers)),
        text(two(higher)),
        {
          kind: 'chips',
          chips: [
            ...(leftOut ? [{ label: 'Left out', look: 'plain' as const }] : []),
            ...flags.map((flag) => FLAGS[flag]),
          ],
        },
      ],
    })),
    empty: 'Nobody has handed in.',
    sortsInPlace: false,
  };
}

/** Who is left out, when and why. */
export const leftOutLines = ({ panel, judged }: Results) =>
  panel.leftOut.map(({ expertId, reason, at }) => {
    const place = judged.experts.findIndex((expert) => expert.expertId === expertId);
    return { id: expertId, name: expertName(place), text: `since ${formatDate(at)}: ${reason}` };
  });

const DROPPED: Readonly<Record<DropReason, string>> = {
  'outer-option-in-dispute': 'Left out of the key: experts do not agree on its best or its worst option.',
  'option-in-dispute':
    'Left out of the key: experts do not agree on enough of its options for it to be scored.',
  'not-preferred': 'Left out of the key: fewer than 60 % of the experts see the same option in front.',
  'no-difference': 'Left out of the key: experts see no difference between its options.',
};

export const situationTables = (results: Results): readonly DataTable[] =>
  results.judged.situations.map((situation) => situationTable(results, situation));

function situationTable({ form }: Results, { itemId, options, dropped }: JudgedSituation): DataTable {
  const item = findItem(form, itemId);
  const textOf = (id: string) =>
    item === null || item.kind === 'written-response'
      ? ''
      : (item.options.find((option) => option.id === id)?.text ?? '');
  return {
    id: `situation-${itemId}`,
    heading: item?.title ?? '',
    headingHidden: false,
    note: dropped === null ? null : DROPPED[dropped],
    columns: columnsOf(['Option', 'Mean', 'SD', 'n', 'Within one', 'Agreement', 'Key'], 5),
    rows: options.map((option) => ({
      lineAfter: null,
      cells: [
        text(textOf(option.optionId)),
        text(two(option.mean)),
        text(two(option.sd)),
        text(String(option.n)),
        text(`${Math.round(option.withinOne * 100)} %`),
        text(two(option.agreement)),
        { kind: 'chips', chips: chipsOf(option, dropped !== null) },
      ],
    })),
    empty: 'Nobody has rated it.',
    sortsInPlace: false,
  };
}

function chipsOf({ verdict, middling }: JudgedOption, dropped: boolean): Chip[] {
  const kept: Chip =
    verdict === 'kept'
      ? dropped
        ? { label: 'Agreed', look: 'plain' }
        : { label: 'Kept', look: 'ok' }
      : verdict === 'spread'
        ? { label: 'Dropped: below .70', look: 'warn' }
        : { label: 'Dropped: wider than chance', look: 'warn' };
  return middling ? [kept, { label: 'In the middle of the scale', look: 'plain' }] : [kept];
}

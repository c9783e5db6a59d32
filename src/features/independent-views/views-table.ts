import type { IndependentView, Recommendation } from '../../core/decision/independent-view.ts';
import type { Scorecard } from '../../core/interview/scorecard.ts';
import type { PersonId } from '../../core/kernel/ids.ts';
import type { Cell, DataTable } from '../../http/parts.ts';
import { formatDate } from '../../presentation/format-date.ts';
import { CAPACITY_WORDS } from './capacity-words.ts';
import type { Views } from './find-views.ts';

export const RECOMMENDATION_WORDS: Readonly<Record<Recommendation, string>> = {
  recommend: 'Recommend',
  rather: 'Rather recommend, with doubts',
  not: 'Do not recommend',
};

const time = new Intl.DateTimeFormat('en-GB', { timeStyle: 'short', timeZone: 'UTC' });
const text = (words: string, sub: string | null = null): Cell => ({ kind: 'text', text: words, sub });

/** All that were given, side by side, in the order in which they came. */
export function viewsTable({ given, scorecards, staff }: Views): DataTable {
  return {
    id: 'views',
    heading: 'All views that are in',
    headingHidden: false,
    note: 'Each was given before its writer could read another view. Times are UTC.',
    columns: ['Who', 'Recommends', 'Reason', 'When'].map((label) => ({
      label,
      labelHidden: false,
      align: 'start' as const,
      sort: null,
    })),
    rows: given.map(({ personId, capacity, recommendation, reason, at }) => ({
      lineAfter: null,
      cells: [
        text(
          staff.get(personId) ?? 'Somebody who is gone',
          `${capacity === null ? 'Not asked' : CAPACITY_WORDS[capacity]}${couldRead(scorecards, personId, at) ? '; could read scorecards before' : ''}`,
        ),
        text(RECOMMENDATION_WORDS[recommendation]),
        text(reason),
        text(formatDate(at), time.format(at)),
      ],
    })),
    empty: 'Nobody has given a view yet.',
    sortsInPlace: true,
  };
}

/** By a reading that was noted, or because their own scorecard and another one were in. */
function couldRead(scorecards: Views['scorecards'], reader: PersonId, before: Date): boolean {
  const isIn = ({ handedInAt }: Scorecard): boolean => handedInAt !== null && handedInAt < before;
  const own = scorecards.find(({ personId }) => personId === reader);
  if (own === undefined) return false;
  if (own.readOthersAt !== null && own.readOthersAt < before) return true;
  return isIn(own) && scorecards.some((card) => card.personId !== reader && isIn(card));
}

/** Whether they agree, in words; a mean of views would hide a difference. Null while there is one. */
export function agreementWords(given: readonly Pick<IndependentView, 'recommendation'>[]): string | null {
  if (given.length < 2) return null;
  const kinds = new Set(given.map(({ recommendation }) => recommendation));
  if (kinds.size === 1) return `All ${given.length} say the same.`;
  return kinds.has('recommend') && kinds.has('not')
    ? 'They differ: some recommend, and some do not. Talk about the reasons before anybody decides.'
    : 'They differ a little. Read the reasons.';
}

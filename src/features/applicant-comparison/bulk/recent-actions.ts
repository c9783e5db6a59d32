import type { Requisition } from '../../../core/requisition/requisition.ts';
import type { Deps } from '../../../deps.ts';
import type { Link } from '../../../http/parts.ts';
import { formatCount } from '../../../presentation/format-count.ts';
import { formatDate } from '../../../presentation/format-date.ts';
import type { BulkSummary } from '../../../store/bulk-action-store.ts';
import { wishWords } from './wish-words.ts';

const NEWEST = 5;

/** The newest actions of a role with how far each is, and the way to its page, which also undoes a move. */
export interface RecentActions {
  readonly heading: string;
  /** While one still runs. */
  readonly open: boolean;
  readonly lines: readonly { readonly link: Link; readonly text: string }[];
}

export const findRecent = (
  { stores }: Pick<Deps, 'stores'>,
  { organisationId, id }: Requisition,
): Promise<readonly BulkSummary[]> => stores.bulkActions.listNewest(organisationId, id, NEWEST);

/** Null where nothing was ever done for several at once. */
export function recentActions({ id }: Requisition, newest: readonly BulkSummary[]): RecentActions | null {
  if (newest.length === 0) return null;
  return {
    heading: `Done for several at once: the newest ${newest.length === 1 ? 'one' : newest.length}`,
    open: newest.some(({ endedAt }) => endedAt === null),
    lines: newest.map((action) => ({
      link: { label: wishWords(action), href: `/requisitions/${id}/bulk-actions/${action.id}` },
      text: howFar(action),
    })),
  };
}

function howFar({ next, people, done, leftOut, confirmedAt, endedAt }: BulkSummary): string {
  const when = formatDate(confirmedAt);
  const all = people.toLocaleString('en');
  if (endedAt === null) return `${next.toLocaleString('en')} of ${all} looked at, still running, ${when}`;
  const out = leftOut === 0 ? '' : `, ${formatCount(leftOut, 'left out', 'left out')}`;
  return `done for ${done.toLocaleString('en')} of ${all}${out}, ${when}`;
}

import type { OpenWork } from '../../core/requisition/archive-requisition.ts';
import type { Requisition } from '../../core/requisition/requisition.ts';
import type { Button, Link } from '../../http/parts.ts';
import { formatDate } from '../../presentation/format-date.ts';
import { inTheWay } from './archiving-page.ts';
import type { RoleContext } from './read-role.ts';
import { erasureWords } from './retention-words.ts';

interface ClosedCard {
  readonly heading: string;
  readonly text: string;
  readonly erasure: string | null;
  /** What still goes on. */
  readonly work: readonly { readonly text: string; readonly link: Link | null }[];
  readonly reopen: { readonly action: string; readonly rev: string } | null;
  readonly archive: string | null;
}

/** What the overview of a closed or archived role says first; null for any other. */
export function closedCard(
  {
    actor,
    requisition,
    work,
    now,
  }: Pick<RoleContext, 'actor' | 'requisition'> & {
    readonly work: OpenWork | null;
    readonly now: Date;
  },
  mayEdit: boolean,
): ClosedCard | null {
  const { id, state, closedAt, rev } = requisition;
  if (state !== 'closed' && state !== 'archived') return null;
  const changeable = mayEdit && state === 'closed';
  const since = closedAt === null ? 'earlier' : `on ${formatDate(closedAt)}`;
  return {
    heading: state === 'closed' ? 'This role is closed' : 'This role is archived',
    text:
      state === 'closed'
        ? `It was closed ${since}. Nobody begins any more; what was begun goes on.`
        : `It was closed ${since}. Everything in it can only be read.`,
    erasure: erasureWords(requisition, now),
    work: work === null ? [] : inTheWay(actor, requisition, work),
    reopen: changeable ? { action: `/requisitions/${id}/reopening`, rev: String(rev) } : null,
    archive: changeable ? `/requisitions/${id}/archiving` : null,
  };
}

/** What can be done with a draft or an open role as a whole. */
export function lifeButtons({ id, state }: Requisition): Button[] {
  const link = (label: string, path: string): Button => ({
    kind: 'link',
    label,
    look: 'plain',
    href: `/requisitions/${id}/${path}`,
  });
  if (state === 'draft') return [link('Rename', 'title')];
  return state === 'open' ? [link('Rename', 'title'), link('Close the role', 'closing')] : [];
}

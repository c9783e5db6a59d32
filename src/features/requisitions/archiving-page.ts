import { mayInRequisition } from '../../core/access/requisition-access.ts';
import type { Actor } from '../../core/person/person.ts';
import { archiveRequisition, type OpenWork } from '../../core/requisition/archive-requisition.ts';
import type { Requisition } from '../../core/requisition/requisition.ts';
import type { Link } from '../../http/parts.ts';
import type { PageReply } from '../../http/reply.ts';
import { frameOf } from './page-frame.ts';
import { erasureWords } from './retention-words.ts';
import { countOf } from './words.ts';

interface Archiving {
  readonly actor: Actor;
  readonly requisition: Requisition;
  readonly work: OpenWork;
  readonly now: Date;
}

/** What archiving does, or what stands in its way and where that is settled. */
export function archivingPage({ actor, requisition, work, now }: Archiving): PageReply {
  const { id, title, simulated } = requisition;
  const vm = {
    ...frameOf(actor, requisition, 'Archive the role'),
    free: archiveRequisition(requisition, work).kind === 'archived',
    inTheWay: inTheWay(actor, requisition, work),
    erasure: erasureWords(requisition, now),
    action: `/requisitions/${id}/archiving`,
    back: `/requisitions/${id}`,
    rev: String(requisition.rev),
  };
  const view = 'requisitions/archiving';
  return { kind: 'page', layout: 'staff', view, title: `Archive: ${title}`, vm, simulated };
}

/** What has to end first; also shown on the overview of a closed role. */
export function inTheWay(
  actor: Actor,
  requisition: Requisition,
  { attempts, ratingStarts, tasks }: OpenWork,
): readonly { text: string; link: Link | null }[] {
  const may = mayInRequisition(actor, 'allocate', requisition) === 'allowed';
  const at = `/requisitions/${requisition.id}`;
  const link = (label: string, path: string): Link | null => (may ? { label, href: `${at}${path}` } : null);
  const lines = [
    {
      count: attempts,
      text: `${countOf(attempts, 'attempt is', 'attempts are')} under way.`,
      link: link('See applicants', '/applicants'),
    },
    {
      count: ratingStarts,
      text: `${countOf(ratingStarts, 'attempt', 'attempts')} ran out of time; the rating begins a day after that.`,
      link: null,
    },
    {
      count: tasks,
      text: `${countOf(tasks, 'response is', 'responses are')} not rated to the end.`,
      link: link('Open rating', '/rating'),
    },
  ];
  return lines.filter(({ count }) => count > 0);
}

import type { Actor } from '../../core/person/person.ts';
import type { OpenWork } from '../../core/requisition/archive-requisition.ts';
import type { Requisition } from '../../core/requisition/requisition.ts';
import type { PageReply } from '../../http/reply.ts';
import { formatCount } from '../../presentation/format-count.ts';
import { frameOf } from './page-frame.ts';
import { plannedErasure } from './retention-words.ts';

interface Closing {
  readonly actor: Actor;
  readonly requisition: Requisition;
  readonly work: OpenWork;
  /** People who are invited and have not begun. */
  readonly notBegun: number;
  readonly now: Date;
}

/** What closing does to whom, before anybody does it. */
export function closingPage({ actor, requisition, work, notBegun, now }: Closing): PageReply {
  const { id, title, simulated, retention } = requisition;
  const vm = {
    ...frameOf(actor, requisition, 'Close the role'),
    lines: [
      {
        count: formatCount(notBegun, 'person has', 'people have'),
        text: 'been invited and not begun. They cannot begin any more: their link says that the role is closed, and whom to ask. Nobody else can be invited.',
      },
      {
        count: formatCount(work.attempts, 'attempt is', 'attempts are'),
        text: 'under way. Whoever began has the full time and hands in as usual, at the latest 14 days after beginning.',
      },
      {
        count: formatCount(work.tasks + work.ratingStarts, 'rating is', 'ratings are'),
        text: 'not finished. Raters go on, and what is handed in later is rated as well. Comparing stays possible.',
      },
    ],
    erasure: plannedErasure(retention, now),
    action: `/requisitions/${id}/closing`,
    back: `/requisitions/${id}`,
    rev: String(requisition.rev),
  };
  const view = 'requisitions/closing';
  return { kind: 'page', layout: 'staff', view, title: `Close: ${title}`, vm, simulated };
}

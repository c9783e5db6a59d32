import type { EmptyState } from '../../http/parts.ts';
import type { PageReply } from '../../http/reply.ts';
import { formatDate } from '../../presentation/format-date.ts';
import type { Work } from './list-work.ts';
import { heldBackWords } from './ask-gate.ts';
import { responsesWords } from './rating-words.ts';
import { MOST_TAKEN } from './take-work.ts';

/** A rater's own list: batches to work through, and new work to take. */
export function deskPage({ open, free, handedIn }: Work): PageReply {
  const vm = {
    batches: open.map(({ batch, role, title, responses, ready }) => ({
      href: `/rating/batches/${batch.id}`,
      title,
      role,
      text: `${responsesWords(responses)}, ${ready} rated${untilWords(batch.dueAt)}`,
      value: ready,
      max: responses,
      label: ready === 0 ? 'Begin' : ready === responses ? 'Look through and hand in' : 'Go on',
    })),
    free: free.map(({ requisitionId, itemId, role, title, tasks, gate }) => ({
      requisitionId: requisitionId,
      itemId: itemId,
      title,
      role,
      text: responsesWords(tasks.length),
      heldBack: gate.kind === 'open' ? null : heldBackWords(gate),
      label: tasks.length > MOST_TAKEN ? `Take ${MOST_TAKEN}` : 'Take them',
    })),
    handedIn:
      handedIn === 0 ? null : `You have handed in ${handedIn} ${handedIn === 1 ? 'batch' : 'batches'}.`,
    nothing: open.length + free.length === 0 ? nothing : null,
  };
  const shown = [...open, ...free];
  const simulated = shown.length > 0 && shown.every((work) => work.simulated);
  return { kind: 'page', layout: 'staff', view: 'rating-desk/desk', title: 'Rating', vm, simulated };
}

const untilWords = (dueAt: Date | null): string =>
  dueAt === null ? '' : `, to be handed in until ${formatDate(dueAt)}`;

const nothing: EmptyState = {
  heading: 'Nothing waits for you',
  text: 'When responses are given to you, they appear here, one prompt at a time.',
  buttons: [],
};

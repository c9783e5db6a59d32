import { notFound, type RefusedReply } from '../../http/reply.ts';
import type { LoadedBatch } from './load-batch.ts';

/**
 * For a rater whose batch held a response whose writer withdrew or was erased: that it was withdrawn, and the way on.
 * Whatever else is not theirs to see looks as if it did not exist.
 */
export function withdrawnReply({ batch, seats, erased }: LoadedBatch, unsafeTaskId: string): RefusedReply {
  const place = batch.taskIds.findIndex((id) => id === unsafeTaskId);
  const held = seats.some(({ task }) => task.id === unsafeTaskId);
  if (!held && !erased.includes(unsafeTaskId)) return notFound;
  const at = `/rating/batches/${batch.id}`;
  const later = new Set<string>(batch.taskIds.slice(place + 1));
  const others = seats.filter(({ task }) => task.id !== unsafeTaskId);
  const next = others.find(({ task }) => later.has(task.id)) ?? others[0];
  return {
    kind: 'refused',
    status: 410,
    heading: 'This response was withdrawn',
    text: 'Whoever wrote it no longer takes part, so nobody rates it any more. You did nothing wrong, and the rest of the batch goes on.',
    actions: [
      ...(next === undefined || batch.state !== 'open'
        ? []
        : [{ label: 'Go to the next response', href: `${at}/tasks/${next.task.id}` }]),
      { label: 'Back to the batch', href: at },
    ],
  };
}

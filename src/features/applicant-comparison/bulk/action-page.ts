import type { BulkAction } from '../../../core/applicant/bulk-action.ts';
import type { Requisition } from '../../../core/requisition/requisition.ts';
import type { PageReply } from '../../../http/reply.ts';
import { formatCount } from '../../../presentation/format-count.ts';
import { formatDate } from '../../../presentation/format-date.ts';
import { leftOutLines } from './left-out-words.ts';
import { wishWords } from './wish-words.ts';

/** How far an action is, whom it reached, and who was left out and why. */
export function actionPage(requisition: Requisition, action: BulkAction): PageReply {
  const at = `/requisitions/${requisition.id}`;
  const here = `${at}/bulk-actions/${action.id}`;
  const { people, next, done, leftOut, endedAt, wish } = action;
  const vm = {
    breadcrumb: {
      links: [
        { label: requisition.title, href: at },
        { label: 'Applicants', href: `${at}/applicants` },
      ],
      here: 'Several at once',
    },
    header: { heading: wishWords(action), sub: requisition.title, chips: [], buttons: [] },
    progress: {
      section: null,
      label: `${formatCount(next, 'applicant', 'applicants')} of ${people.length.toLocaleString('en')} looked at`,
      value: next,
      max: people.length,
    },
    running:
      endedAt === null
        ? 'It goes on by itself, also when this page is closed or the server is started anew.'
        : null,
    lookAgain: here,
    done: `Done for ${formatCount(done.length, 'applicant', 'applicants')}.`,
    doneLabels: done.map(({ label }) => label).join(', '),
    leftOut: leftOutLines(leftOut),
    undo:
      endedAt !== null && wish.kind === 'move' && done.length > 0
        ? {
            action: `${here}/undo`,
            text: `Each goes back to the stage it had on ${formatDate(action.confirmedAt)}. Whom somebody has moved since stays where they are.`,
          }
        : null,
    back: `${at}/applicants`,
  };
  return {
    kind: 'page',
    layout: 'staff',
    view: 'applicant-comparison/bulk-action',
    title: `Several applicants, ${requisition.title}`,
    simulated: requisition.simulated,
    vm,
  };
}

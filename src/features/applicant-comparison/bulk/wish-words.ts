import type { BulkAction } from '../../../core/applicant/bulk-action.ts';
import { formatDate } from '../../../presentation/format-date.ts';
import { stageChip } from '../../../presentation/standing-words.ts';

/** What is done for several applicants. */
export function wishWords({ wish }: Pick<BulkAction, 'wish'>): string {
  switch (wish.kind) {
    case 'move':
      return `Move to ${stageChip(wish.to).label.toLowerCase()}`;
    case 'move-back':
      return 'Undo a move';
    case 'invite':
      return 'Send the invitation again';
    case 'remind':
      return 'Remind';
    case 'extend':
      return `Let them begin until ${formatDate(wish.until)}`;
    case 'end-invitation':
      return 'End the invitations';
  }
}

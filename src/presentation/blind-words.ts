import type { Requisition } from '../core/requisition/requisition.ts';

/** What this role hides and until when; roles that hide nothing say so on every page. */
export function blindWords({ revealAt }: Requisition): string {
  switch (revealAt) {
    case 'start':
      return 'Not blind: names may be seen from the start.';
    case 'shortlist':
      return 'Names hidden until the shortlist.';
    case 'decision':
      return 'Names hidden until the decision.';
  }
}

import { archiveRequisition } from '../../../src/core/requisition/archive-requisition.ts';
import { closeRequisition } from '../../../src/core/requisition/close-requisition.ts';
import { openRequisition } from '../../../src/core/requisition/open-requisition.ts';
import { renameRequisition } from '../../../src/core/requisition/rename-requisition.ts';
import { reopenRequisition } from '../../../src/core/requisition/reopen-requisition.ts';
import type { Requisition } from '../../../src/core/requisition/requisition.ts';

export const NOW = new Date('2026-11-03T15:20:00Z');
export const NO_WORK = { attempts: 0, ratingStarts: 0, tasks: 0 };
const READY = { missing: [], advice: [] };

/** Every step in the life of a role, by the name of what was done. */
export const STEPS = {
  open: (role: Requisition) => openRequisition(role, READY, NOW),
  close: (role: Requisition) => closeRequisition(role, NOW),
  reopen: (role: Requisition) => reopenRequisition(role),
  archive: (role: Requisition) => archiveRequisition(role, NO_WORK),
  rename: (role: Requisition) => renameRequisition(role, `${role.title} again`),
} as const;
export type Step = keyof typeof STEPS;

/** The role after a step; unchanged where the step is refused. */
export function take(role: Requisition, step: Step): Requisition {
  const outcome = STEPS[step](role);
  return 'changes' in outcome ? { ...role, ...outcome.changes } : role;
}

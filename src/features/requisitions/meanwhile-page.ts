import type { Actor } from '../../core/person/person.ts';
import type { Requisition } from '../../core/requisition/requisition.ts';
import type { Notice } from '../../http/parts.ts';
import type { PageReply } from '../../http/reply.ts';
import type { LifeStep } from './change-life.ts';
import { frameOf } from './page-frame.ts';
import { STATE } from './words.ts';

const HEADINGS: Readonly<Record<LifeStep, string>> = {
  close: 'Close the role',
  reopen: 'Reopen the role',
  archive: 'Archive the role',
};

/** For whoever came second: nothing was done, how the role is now, and the way back to it. */
export function meanwhilePage(actor: Actor, requisition: Requisition, step: LifeStep): PageReply {
  const { id, title, state, simulated } = requisition;
  const notice: Notice = {
    look: 'warn',
    heading: 'Somebody changed this role meanwhile',
    lines: [
      `Nothing was done. The role is now: ${STATE[state].label.toLowerCase()}. Look at it again before you go on.`,
    ],
    links: [{ label: 'Look at the role', href: `/requisitions/${id}` }],
  };
  return {
    kind: 'page',
    status: 409,
    layout: 'staff',
    view: 'requisitions/meanwhile',
    title: `${HEADINGS[step]}: ${title}`,
    vm: { ...frameOf(actor, requisition, HEADINGS[step]), notice },
    simulated,
  };
}

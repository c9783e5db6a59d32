import { mayInOrganisation } from '../../core/access/organisation-access.ts';
import type { Actor } from '../../core/person/person.ts';
import type { RoleAtWork } from './find-waiting.ts';

export interface Step {
  readonly number: string;
  readonly title: string;
  readonly text: string;
  readonly state: 'done' | 'next' | 'later';
  /** Only the next step is a button; null where it is not yet, or no longer, the thing to do. */
  readonly action: { readonly label: string; readonly href: string } | null;
}

/** From nothing to the first invitation; null once anybody is invited, and for people who do not open roles. */
export function firstSteps(actor: Actor, roles: readonly RoleAtWork[]): readonly Step[] | null {
  if (mayInOrganisation(actor, 'create-requisition') !== 'allowed') return null;
  if (roles.some(({ progress }) => progress.invited > 0)) return null;
  const role =
    (roles.find(({ requisition }) => requisition.state === 'open') ?? roles[0])?.requisition ?? null;
  const at = role === null ? '' : `/requisitions/${role.id}`;
  const reached = role === null ? 0 : role.state === 'draft' ? 1 : 2;
  const steps = [
    {
      title: 'Make a role',
      text: 'Give the job a title and choose an assessment. It is copied for this role and stays as it is.',
      action: { label: 'New role', href: '/requisitions/new' },
    },
    {
      title: 'Say what the job needs, and open it',
      text: 'Name its tasks and the criteria they need, have somebody confirm them, and set places and time.',
      action: { label: 'Set up the role', href: at },
    },
    {
      title: 'Invite the first applicant',
      text: 'Type an address and hand over the link. Applicants need no account, and you see them by label.',
      action: { label: 'Invite', href: `${at}/invitations` },
    },
  ];
  return steps.map(({ title, text, action }, index) => ({
    number: `${index + 1}`,
    title,
    text,
    state: index < reached ? 'done' : index === reached ? 'next' : 'later',
    action: index === reached ? action : null,
  }));
}

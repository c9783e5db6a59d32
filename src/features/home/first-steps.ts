import { mayInOrganisation } from '../../core/access/organisation-access.ts';
import { mayInRequisition } from '../../core/access/requisition-access.ts';
import type { Actor } from '../../core/person/person.ts';
import type { RoleAtWork } from './find-waiting.ts';

interface Step {
  readonly number: string;
  readonly title: string;
  readonly text: string;
  readonly state: 'done' | 'next' | 'later';
  /** Null where the step is not yet, or no longer, the thing to do. */
  readonly action: {
    readonly label: string;
    readonly href: string;
    readonly look: 'primary' | 'plain';
  } | null;
}

/** Steps with what they lead to. */
export interface Steps {
  readonly heading: string;
  readonly steps: readonly Step[];
}

/** Whoever opens roles is led to the first invitation, a lead to a rubric that they know; each only once. */
export const stepsFor = (actor: Actor, roles: readonly RoleAtWork[]): readonly Steps[] => [
  ...firstSteps(actor, roles),
  ...leadSteps(actor, roles),
];

/** What a lead does before anybody is invited to one of their roles. */
function leadSteps(actor: Actor, roles: readonly RoleAtWork[]): readonly Steps[] {
  const waiting = roles.find(
    ({ requisition, progress }) =>
      requisition.state !== 'closed' &&
      progress.invited === 0 &&
      mayInRequisition(actor, 'edit-rubric', requisition) === 'allowed',
  );
  if (waiting === undefined) return [];
  const { id, title, confirmation } = waiting.requisition;
  const at = `/requisitions/${id}`;
  const confirmed = confirmation !== null;
  const step = (number: number, name: string, text: string, label: string, path: string): Step => ({
    number: `${number}`,
    title: name,
    text,
    state: 'next',
    action: { label, href: `${at}${path}`, look: 'plain' },
  });
  const first = step(
    1,
    'Confirm what the job needs',
    'Its tasks, how often they come up, and the criteria each of them needs.',
    'Confirm tasks and criteria',
    '/job-analysis',
  );
  return [
    {
      heading: `Before the first applicant: ${title}`,
      steps: [
        confirmed ? { ...first, state: 'done', action: null } : first,
        step(
          2,
          'Read the anchors',
          'What raters will go by, level by level.',
          'Read the anchors',
          '/anchors',
        ),
        step(
          3,
          'Rate five example responses',
          'See where you differ from the authors. Nothing is stored.',
          'Rate examples',
          '/anchors/practice/1',
        ),
      ],
    },
  ];
}

/** From nothing to the first invitation; none once anybody is invited, and for people who do not open roles. */
function firstSteps(actor: Actor, roles: readonly RoleAtWork[]): readonly Steps[] {
  if (mayInOrganisation(actor, 'create-requisition') !== 'allowed') return [];
  if (roles.some(({ progress }) => progress.invited > 0)) return [];
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
  const numbered = steps.map(({ title, text, action }, index): Step => ({
    number: `${index + 1}`,
    title,
    text,
    state: index < reached ? 'done' : index === reached ? 'next' : 'later',
    action: index === reached ? { ...action, look: 'primary' } : null,
  }));
  return [{ heading: 'Three steps to the first applicant', steps: numbered }];
}

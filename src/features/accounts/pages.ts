import { ROLES, type Person, type Role } from '../../core/person/person.ts';
import { fieldFor, summaryFor, textOf, textsOf, errorOf, type FormState } from '../../http/form-state.ts';
import type { CheckboxList, CopyLink, DataTable, Row } from '../../http/parts.ts';
import type { PageReply } from '../../http/reply.ts';

const ROLE_HINTS: Readonly<Record<Role, string>> = {
  owner: 'People, settings, approvals',
  recruiter: 'Opens roles, invites, compares, decides',
  'hiring-manager': 'Owns the rubric, allocates ratings, decides',
  rater: 'Rates responses without knowing whose they are; never in a role where they are a member',
  interviewer: 'Own notes and views where they are a member',
  adjustments: 'Requests for more time or another format',
  auditor: 'Reads the audit trail and quality figures',
};

const roleWords = (role: Role): string => `${role.charAt(0).toUpperCase()}${role.slice(1).replace('-', ' ')}`;

export function setUpPage(form: FormState): PageReply {
  const vm = {
    summary: summaryFor(form),
    code: fieldFor(form, {
      name: 'code',
      label: 'One-time code',
      hint: 'Printed on the console when Attune started.',
      autocomplete: 'off',
    }),
    organisation: fieldFor(form, {
      name: 'organisation',
      label: 'Name of your organisation',
      autocomplete: 'organization',
    }),
    contactName: fieldFor(form, {
      name: 'contactName',
      label: 'Whom may candidates turn to?',
      hint: 'A person or a team. Candidates see it.',
    }),
    contactEmail: fieldFor(form, { name: 'contactEmail', label: 'Their e-mail address', type: 'email' }),
    name: fieldFor(form, { name: 'name', label: 'Your name', autocomplete: 'name' }),
    email: fieldFor(form, {
      name: 'email',
      label: 'Your e-mail address',
      type: 'email',
      autocomplete: 'username',
    }),
    password: fieldFor(form, {
      name: 'password',
      label: 'Password',
      hint: 'At least 12 characters. Three or four words are good.',
      type: 'password',
      autocomplete: 'new-password',
    }),
  };
  return { kind: 'page', layout: 'plain', view: 'accounts/set-up', title: 'Set up Attune', vm };
}

export function signInPage(form: FormState): PageReply {
  const vm = {
    summary: summaryFor(form),
    email: fieldFor(form, {
      name: 'email',
      label: 'E-mail address',
      type: 'email',
      autocomplete: 'username',
    }),
    password: fieldFor(form, {
      name: 'password',
      label: 'Password',
      type: 'password',
      autocomplete: 'current-password',
    }),
    next: textOf(form, 'next'),
  };
  return { kind: 'page', layout: 'plain', view: 'accounts/sign-in', title: 'Sign in', vm };
}

export function joinPage(person: Person, action: string, form: FormState): PageReply {
  const vm = {
    summary: summaryFor(form),
    action,
    email: person.email,
    again: person.state === 'active',
    name: fieldFor(form, { name: 'name', label: 'Your name', autocomplete: 'name' }),
    password: fieldFor(form, {
      name: 'password',
      label: 'Password',
      hint: 'At least 12 characters. Three or four words are good.',
      type: 'password',
      autocomplete: 'new-password',
    }),
  };
  return { kind: 'page', layout: 'plain', view: 'accounts/join', title: 'Join Attune', vm };
}

export function peoplePage(people: readonly Person[], form: FormState): PageReply {
  const table: DataTable = {
    id: 'people',
    heading: 'People of your organisation',
    headingHidden: true,
    note: null,
    columns: ['Name', 'E-mail address', 'Roles', 'State'].map((label) => ({
      label,
      labelHidden: false,
      align: 'start',
      sort: null,
    })),
    rows: people.map(personRow),
    empty: 'Nobody is here yet.',
    sortsInPlace: false,
  };
  const vm = {
    summary: summaryFor(form),
    table,
    name: fieldFor(form, { name: 'name', label: 'Name' }),
    email: fieldFor(form, { name: 'email', label: 'E-mail address', type: 'email' }),
    roles: rolesList(form),
  };
  return { kind: 'page', layout: 'staff', view: 'accounts/people', title: 'People', vm };
}

function personRow(person: Person): Row {
  const look = person.state === 'active' ? 'ok' : person.state === 'invited' ? 'accent' : 'warn';
  return {
    lineAfter: null,
    cells: [
      { kind: 'link', text: person.name, href: `/people/${person.id}`, sub: null },
      { kind: 'text', text: person.email, sub: null },
      { kind: 'text', text: person.roles.map(roleWords).join(', '), sub: null },
      { kind: 'chips', chips: [{ label: person.state, look }] },
    ],
  };
}

function rolesList(form: FormState): CheckboxList {
  const ticked = textsOf(form, 'roles');
  return {
    id: 'roles',
    name: 'roles',
    label: 'Roles',
    hint: 'One person may hold several.',
    error: errorOf(form, 'roles'),
    options: ROLES.map((role) => ({
      value: role,
      label: roleWords(role),
      hint: ROLE_HINTS[role],
      checked: ticked.includes(role),
    })),
  };
}

/** `link` is shown once, right after it was made: to hand over by hand, since it works like a key. */
export function personPage(person: Person, link: string | null, form: FormState): PageReply {
  const copy: CopyLink | null =
    link === null
      ? null
      : {
          id: 'join-link',
          label: 'Link for this person',
          hint: 'Give it to them yourself. It works once; a new link replaces it.',
          value: link,
          copyLabel: 'Copy link',
          copied: 'Copied',
        };
  const values = form.values['roles'] === undefined ? { ...form.values, roles: person.roles } : form.values;
  const vm = {
    id: person.id,
    name: person.name,
    email: person.email,
    state: person.state,
    rev: String(person.rev),
    deactivated: person.state === 'deactivated',
    copy,
    summary: summaryFor(form),
    roles: rolesList({ ...form, values }),
    breadcrumb: { links: [{ label: 'People', href: '/people' }], here: person.name },
  };
  return { kind: 'page', layout: 'staff', view: 'accounts/person', title: person.name, vm };
}

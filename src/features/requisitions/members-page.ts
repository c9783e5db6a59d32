import type { PersonId } from '../../core/kernel/ids.ts';
import type { Person, Role } from '../../core/person/person.ts';
import { possibleMembers } from '../../core/requisition/change-members.ts';
import { errorOf, summaryFor, textOf, type FormState } from '../../http/form-state.ts';
import type { Select } from '../../http/parts.ts';
import type { PageReply } from '../../http/reply.ts';
import { frameOf } from './page-frame.ts';
import type { RoleContext } from './read-role.ts';

const roleWords = (role: Role): string => role.replace('-', ' ');
const rolesOf = (person: Person): string => person.roles.map(roleWords).join(', ');

/** Who acts in a role. Whoever is here never rates here, and the page says so before somebody is added. */
export function membersPage(
  { actor, requisition, people }: RoleContext,
  ratersHere: readonly PersonId[],
  form: FormState,
): PageReply {
  const members = people.filter(({ id }) => requisition.members.includes(id));
  const others = possibleMembers(requisition, people, ratersHere);
  const vm = {
    ...frameOf(actor, requisition, 'Members'),
    summary: summaryFor(form),
    action: `/requisitions/${requisition.id}/members`,
    rev: String(requisition.rev),
    changeable: requisition.state !== 'archived',
    members: members.map((person) => ({
      id: person.id,
      name: person.id === actor.personId ? `${person.name} (you)` : person.name,
      roles: rolesOf(person),
      note: noteOf(person),
    })),
    person: others.length === 0 ? null : personSelect(others, form),
  };
  const { title, simulated } = requisition;
  return {
    kind: 'page',
    layout: 'staff',
    view: 'requisitions/members',
    title: `Members: ${title}`,
    vm,
    simulated,
  };
}

function noteOf({ roles, state }: Person): string | null {
  if (state === 'deactivated') return 'The account is deactivated.';
  if (state === 'invited') return 'Has not joined yet.';
  return roles.includes('rater') ? 'A rater elsewhere, never here.' : null;
}

function personSelect(people: readonly Person[], form: FormState): Select {
  return {
    id: 'personId',
    name: 'personId',
    label: 'Person',
    hint: 'Recruiters, hiring managers and interviewers. A rater who becomes a member will not rate in this role.',
    error: errorOf(form, 'personId'),
    value: textOf(form, 'personId'),
    options: [
      { value: '', label: 'Choose a person' },
      ...people.map((person) => ({
        value: person.id,
        label: `${person.name} (${rolesOf(person)}${person.roles.includes('rater') ? ': will not rate here' : ''})`,
      })),
    ],
  };
}

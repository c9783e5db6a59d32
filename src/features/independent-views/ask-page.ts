import { CAPACITIES } from '../../core/decision/asked-people.ts';
import type { Person } from '../../core/person/person.ts';
import { summaryFor, textOf, type FormState } from '../../http/form-state.ts';
import type { Breadcrumb, Checkbox, PageHeader, Select } from '../../http/parts.ts';
import type { PageReply } from '../../http/reply.ts';
import { CAPACITY_WORDS } from './capacity-words.ts';
import type { Asking } from './find-asked.ts';

interface AskVm {
  readonly breadcrumb: Breadcrumb;
  readonly header: PageHeader;
  readonly summary: ReturnType<typeof summaryFor>;
  readonly inherits: string | null;
  readonly action: string;
  readonly rev: string;
  readonly people: readonly { readonly name: string; readonly view: Select; readonly scorecard: Checkbox }[];
  readonly back: { readonly label: string; readonly href: string };
  readonly members: string;
}

/** Who gives a view and who hands in a scorecard. */
export function askPage(asking: Asking, form: FormState): PageReply {
  const { requisition, applicant, own } = asking;
  const role = `/requisitions/${requisition.id}`;
  const here = applicant === null ? role : `${role}/applicants/${applicant.id}`;
  const heading = applicant === null ? 'Who is asked' : `Who is asked about ${applicant.label}`;
  const vm: AskVm = {
    breadcrumb: {
      links: [
        { label: requisition.title, href: role },
        { label: 'Interviews', href: `${role}/interviews` },
      ],
      here: heading,
    },
    header: { heading, sub: requisition.title, chips: [], buttons: [] },
    summary: summaryFor(form),
    inherits: inheritWords(asking),
    action: `${here}/asked`,
    rev: String(own?.rev ?? 0),
    people: asking.members.map((person) => lineOf(person, asking, form)),
    back:
      applicant === null
        ? { label: 'Back to interviews', href: `${role}/interviews` }
        : { label: 'Back to the decision', href: `${here}/decision` },
    members: `${role}/members`,
  };
  const { title, simulated } = requisition;
  return {
    kind: 'page',
    layout: 'staff',
    view: 'independent-views/ask',
    title: `${heading}: ${title}`,
    simulated,
    vm,
  };
}

function inheritWords({ applicant, own }: Asking): string | null {
  if (applicant === null) return null;
  return own === null
    ? 'So far the list of the role counts, as below. Saving here makes a list for this applicant alone.'
    : 'This applicant has a list of their own. Changes to the role’s list do not reach it.';
}

/** As typed, else as stored, else as it is for the role. */
function lineOf({ id, name }: Person, { own, inherited }: Asking, form: FormState): AskVm['people'][number] {
  const stored = (own ?? inherited)?.people.find(({ personId }) => personId === id);
  const typed = 'rev' in form.values;
  return {
    name,
    view: {
      id: `view-${id}`,
      name: `view-${id}`,
      label: `A view from ${name}`,
      hint: null,
      error: null,
      value: typed ? textOf(form, `view-${id}`) : (stored?.view ?? ''),
      options: [
        { value: '', label: 'Not asked' },
        ...CAPACITIES.map((value) => ({ value, label: `As: ${CAPACITY_WORDS[value]}` })),
      ],
    },
    scorecard: {
      id: `scorecard-${id}`,
      name: `scorecard-${id}`,
      label: 'Interviews, and hands in a scorecard',
      hint: null,
      error: null,
      value: 'yes',
      checked: typed ? textOf(form, `scorecard-${id}`) === 'yes' : (stored?.scorecard ?? false),
    },
  };
}

import { emptyForm, fieldFor, summaryFor, type FormState } from '../../http/form-state.ts';
import type { DataTable, Row } from '../../http/parts.ts';
import type { PageReply } from '../../http/reply.ts';
import type { ErasureTarget } from '../../store/erasure-store.ts';

export interface FoundTarget {
  readonly target: ErasureTarget;
  readonly roleTitle: string;
}

const STATES = {
  active: { label: 'Active', look: 'plain' },
  erasing: { label: 'Being erased', look: 'warn' },
  erased: { label: 'Erased', look: 'ok' },
} as const;

const GOES = [
  'name, address and invitation; every link stops working at once',
  'the attempt with all responses, also those that were kept aside',
  'ratings with levels, quotes and reasons, and what raters have not handed in yet',
  'scores, the place in lists and comparisons, and the stage',
];
const STAYS = [
  'id and label, so that nobody is counted twice and this page can say what happened',
  'the audit trail, which holds ids and dates and no texts',
  'exports and backups made before: delete the person there as well',
];

/** `found` is null before anything was looked for. */
export function findPage(wanted: string, found: readonly FoundTarget[] | null): PageReply {
  const vm = {
    find: fieldFor(
      { ...emptyForm, values: { find: wanted } },
      {
        name: 'find',
        label: 'Label or id of the applicant',
        hint: 'The five letters and figures that lists show, or the id in the address of a page.',
        autocomplete: 'off',
      },
    ),
    table: found === null ? null : tableOf(found),
  };
  return { kind: 'page', layout: 'staff', view: 'erasure/find', title: 'Erase an applicant', vm };
}

function tableOf(found: readonly FoundTarget[]): DataTable {
  return {
    id: 'found',
    heading: 'Found',
    headingHidden: false,
    note: null,
    columns: ['Label', 'Role', 'State'].map((label) => ({
      label,
      labelHidden: false,
      align: 'start',
      sort: null,
    })),
    rows: found.map(rowOf),
    empty: 'Nobody of your organisation has this label or id.',
    sortsInPlace: false,
  };
}

function rowOf({ target, roleTitle }: FoundTarget): Row {
  return {
    lineAfter: null,
    cells: [
      { kind: 'link', text: target.label, href: `/erasure/${target.id}`, sub: null },
      { kind: 'text', text: roleTitle, sub: null },
      { kind: 'chips', chips: [STATES[target.state]] },
    ],
  };
}

/** What will go and what stays, with the button; afterwards the same page says that it happened. */
export function erasurePage({ target, roleTitle }: FoundTarget, form: FormState): PageReply {
  const { id, label, state } = target;
  const vm = {
    breadcrumb: { links: [{ label: 'Erase an applicant', href: '/erasure' }], here: label },
    header: { heading: `Applicant ${label}`, sub: roleTitle, chips: [STATES[state]], buttons: [] },
    summary: summaryFor(form),
    action: `/erasure/${id}`,
    active: state === 'active',
    told: state === 'erased' ? 'Everything but id and label is gone.' : 'Being erased. Reload in a moment.',
    goes: GOES,
    stays: STAYS,
    label: fieldFor(form, {
      name: 'label',
      label: 'Type the label to confirm',
      hint: 'There is no way back.',
      autocomplete: 'off',
    }),
  };
  return { kind: 'page', layout: 'staff', view: 'erasure/erase', title: `Erase applicant ${label}`, vm };
}

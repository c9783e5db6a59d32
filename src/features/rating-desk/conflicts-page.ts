import type { Person } from '../../core/person/person.ts';
import type { Requisition } from '../../core/requisition/requisition.ts';
import { errorOf, fieldFor, summaryFor, textOf, type FormState } from '../../http/form-state.ts';
import type { DataTable, Select } from '../../http/parts.ts';
import type { PageReply } from '../../http/reply.ts';
import { formatDate } from '../../presentation/format-date.ts';

export interface DeclaredConflict {
  readonly rater: string;
  readonly label: string;
  readonly declaredAt: Date;
}

interface ConflictsView {
  readonly requisition: Requisition;
  readonly pool: readonly Person[];
  readonly declared: readonly DeclaredConflict[];
  readonly form: FormState;
}

/** Which raters know which applicants of a role, by label. */
export function conflictsPage({ requisition, pool, declared, form }: ConflictsView): PageReply {
  const base = `/requisitions/${requisition.id}`;
  const vm = {
    breadcrumb: {
      links: [
        { label: 'Roles', href: '/requisitions' },
        { label: requisition.title, href: base },
        { label: 'Rating', href: `${base}/rating` },
      ],
      here: 'Who knows whom',
    },
    summary: summaryFor(form),
    action: `${base}/rating/conflicts`,
    rater: raterSelect(pool, form),
    label: fieldFor(form, {
      name: 'label',
      label: 'Label of the applicant',
      hint: 'Five characters, as in the list of applicants.',
    }),
    table: conflictsTable(declared),
  };
  return {
    kind: 'page',
    layout: 'staff',
    view: 'rating-desk/conflicts',
    title: `Who knows whom: ${requisition.title}`,
    vm,
    simulated: requisition.simulated,
  };
}

function raterSelect(pool: readonly Person[], form: FormState): Select {
  return {
    id: 'rater',
    name: 'rater',
    label: 'Rater',
    hint: null,
    error: errorOf(form, 'rater'),
    value: textOf(form, 'rater'),
    options: [
      { value: '', label: 'Choose a rater' },
      ...pool.map(({ id, name }) => ({ value: id, label: name })),
    ],
  };
}

function conflictsTable(declared: readonly DeclaredConflict[]): DataTable {
  return {
    id: 'conflicts',
    heading: 'Declared so far',
    headingHidden: false,
    note: null,
    columns: ['Rater', 'Applicant', 'Since'].map((label) => ({
      label,
      labelHidden: false,
      align: 'start',
      sort: null,
    })),
    rows: declared.map(({ rater, label, declaredAt }) => ({
      lineAfter: null,
      cells: [rater, label, formatDate(declaredAt)].map((text) => ({ kind: 'text', text, sub: null })),
    })),
    empty: 'No rater is known to know anybody.',
    sortsInPlace: false,
  };
}

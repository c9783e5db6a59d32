import type { RequisitionId } from '../../../core/kernel/ids.ts';
import type { Requisition } from '../../../core/requisition/requisition.ts';
import {
  fieldFor,
  summaryFor,
  errorOf,
  textareaFor,
  textsOf,
  type FormState,
} from '../../../http/form-state.ts';
import type {
  Breadcrumb,
  CheckboxList,
  DataTable,
  ErrorSummary,
  Field,
  Textarea,
} from '../../../http/parts.ts';
import type { PageReply } from '../../../http/reply.ts';
import { formatCount } from '../../../presentation/format-count.ts';
import { formatDate } from '../../../presentation/format-date.ts';
import { overallWords } from '../../../presentation/norm-words.ts';
import type { ScopeWithMembers } from './find-scope.ts';
import { groupsTable } from './groups-table.ts';
import type { References } from './read-references.ts';

interface ReferencesVm {
  readonly breadcrumb: Breadcrumb;
  readonly heading: string;
  readonly sub: string;
  readonly summary: ErrorSummary | null;
  readonly groups: DataTable;
  readonly constants: string;
  /** Null for those who may only read. */
  readonly forms: {
    readonly name: Field;
    readonly description: Textarea;
    readonly roles: CheckboxList;
    readonly from: Field;
    readonly to: Field;
    readonly weight: Field;
    readonly groupAction: string;
    readonly constantsAction: string;
  } | null;
}

interface Shown {
  readonly requisition: Requisition;
  readonly found: ScopeWithMembers;
  readonly references: References;
  /** Completed attempts of each role. */
  readonly complete: ReadonlyMap<RequisitionId, number>;
  readonly may: boolean;
  readonly forms: { readonly group: FormState; readonly constants: FormState };
}

/** Norm groups and constants of an assessment, with the forms that freeze new ones. */
export function referencesPage(shown: Shown): PageReply {
  const { requisition, references, may, forms } = shown;
  const quality = `/quality/${requisition.id}`;
  const heading = 'Norm groups and Overall';
  const vm: ReferencesVm = {
    breadcrumb: {
      links: [
        { label: 'Quality', href: '/quality' },
        { label: requisition.title, href: quality },
      ],
      here: heading,
    },
    heading,
    sub: `${requisition.title} · ${requisition.assessmentTitle}`,
    summary: summaryFor(forms.group) ?? summaryFor(forms.constants),
    groups: groupsTable(references.groups),
    constants: overallWords(references.constants),
    forms: may ? formsOf(shown, quality) : null,
  };
  const view = 'assessment-quality/references';
  const { simulated } = requisition;
  return { kind: 'page', layout: 'staff', view, title: `${heading}: ${requisition.title}`, vm, simulated };
}

const formsOf = (
  { forms: { group, constants }, ...shown }: Shown,
  quality: string,
): ReferencesVm['forms'] => ({
  name: fieldFor(group, {
    name: 'name',
    label: 'Name of the group',
    hint: 'Reports say it after every place.',
  }),
  description: textareaFor(group, {
    name: 'description',
    label: 'Who these people are',
    hint: 'For which work and in which time they applied. Groups by sex, age, origin, religion, disability or the like cannot be made.',
    rows: 3,
  }),
  roles: rolesOf(group, shown),
  from: fieldFor(group, { name: 'from', label: 'Handed in from', type: 'date' }),
  to: fieldFor(group, { name: 'to', label: 'Handed in until', type: 'date' }),
  weight: fieldFor(constants, {
    name: 'weightOfJudgment',
    label: 'Weight of Judgment in percent',
    hint: 'Written has the rest. Say it before you look at anybody’s results.',
    type: 'number',
    min: '1',
    max: '99',
  }),
  groupAction: `${quality}/norm-groups`,
  constantsAction: `${quality}/reference-constants`,
});

const rolesOf = (
  group: FormState,
  { found: { members }, complete }: Pick<Shown, 'found' | 'complete'>,
): CheckboxList => ({
  id: 'roles',
  name: 'roles',
  label: 'Roles',
  hint: 'Roles with the same form, key, anchors and weights; only completed attempts count.',
  error: errorOf(group, 'roles'),
  options: members.map(({ requisition: { id, title, createdAt } }) => ({
    value: id,
    label: title,
    hint: `${formatCount(complete.get(id) ?? 0, 'completed attempt', 'completed attempts')}, created ${formatDate(createdAt)}`,
    checked: textsOf(group, 'roles').includes(id),
  })),
});

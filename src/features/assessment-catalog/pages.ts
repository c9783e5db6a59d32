import type { KeyedForm } from '../../content/keyed-forms.ts';
import { errorOf, fieldFor, summaryFor, textOf, type FormState } from '../../http/form-state.ts';
import type { CardHeader, DefinitionList, PageHeader, RadioCards } from '../../http/parts.ts';
import type { PageReply } from '../../http/reply.ts';
import { panelKeyWords } from '../../presentation/panel-key-words.ts';
import type { PanelKey } from '../../core/requisition/requisition.ts';
import type { PanelKeys } from './find-panel-keys.ts';

/** A title and an assessment: everything else about a role is set up on its own pages. */
export function newRequisitionPage(
  shelf: readonly KeyedForm[],
  panelKeys: PanelKeys,
  form: FormState,
): PageReply {
  const header: PageHeader = {
    heading: 'New role',
    sub: 'Nobody is invited yet. You set the role up first.',
    chips: [],
    buttons: [],
  };
  const vm = {
    breadcrumb: { links: [{ label: 'Roles', href: '/requisitions' }], here: 'New role' },
    header,
    summary: summaryFor(form),
    title: fieldFor(form, {
      name: 'title',
      label: 'Job title',
      hint: 'Candidates see it, for example “Travel support agent”.',
    }),
    assessments: assessmentChoice(shelf, form),
    described: shelf.map((keyed) => describe(keyed, panelKeys.get(keyed.form.assessmentId))),
  };
  return { kind: 'page', layout: 'staff', view: 'assessment-catalog/new', title: 'New role', vm };
}

function assessmentChoice(shelf: readonly KeyedForm[], form: FormState): RadioCards {
  const chosen = textOf(form, 'assessmentId');
  return {
    id: 'assessmentId',
    name: 'assessmentId',
    label: 'Assessment',
    hint: 'The role gets its own copy. A later edition of the assessment does not change it.',
    error: errorOf(form, 'assessmentId'),
    value: chosen === '' ? null : chosen,
    required: true,
    options: shelf.map(({ form: { assessmentId, title, sections } }) => ({
      value: assessmentId,
      label: title,
      hint: sections.map((section) => `${section.title}, ${section.minutes} minutes`).join(' · '),
    })),
  };
}

interface Described {
  readonly card: CardHeader;
  readonly summary: string;
  readonly definitions: DefinitionList;
}

function describe({ form, key, rubric }: KeyedForm, panelKey: PanelKey | undefined): Described {
  const { assessmentId, title, summary, audience, claim, sections, limitSource, practice } = form;
  const text = (value: string, sub: string | null = null) => ({ kind: 'text' as const, text: value, sub });
  const limit =
    limitSource === 'author' ? 'limit set by the author, not yet checked' : 'limit checked in a pilot';
  return {
    card: {
      id: `about-${assessmentId}`,
      heading: title,
      note: `Edition ${form.version}`,
      buttons: [
        {
          kind: 'link',
          label: 'Preview as a candidate',
          look: 'plain',
          href: `/assessments/${assessmentId}/preview`,
        },
      ],
    },
    summary,
    definitions: {
      items: [
        ...sections.map((section) => ({
          term: section.title,
          cell: text(
            `${itemsOf(section)}, ${section.minutes} minutes`,
            `${limit}; most people are expected to need ${section.usualMinutes}`,
          ),
        })),
        { term: 'Practice', cell: text(`${practice.length} items, without a clock, never scored`) },
        { term: 'Criteria', cell: text(rubric.criteria.map(({ label }) => label).join(', ')) },
        { term: 'Key', cell: text(...keyWords(key.status, panelKey)) },
        { term: 'For', cell: text(audience) },
        { term: 'What it is', cell: text(claim) },
      ],
    },
  };
}

function itemsOf({ kind, items }: KeyedForm['form']['sections'][number]): string {
  const noun = kind === 'judgment' ? 'situation' : 'prompt';
  return `${items.length} ${noun}${items.length === 1 ? '' : 's'}`;
}

function keyWords(
  status: KeyedForm['key']['status'],
  panelKey: PanelKey | undefined,
): [string, string | null] {
  if (panelKey !== undefined) return [capitalised(panelKeyWords(panelKey)), null];
  return status === 'author'
    ? [
        'Author key, awaiting an expert panel',
        'Judgment is kept back until a panel key is published. Written responses are not affected.',
      ]
    : ['Key of an expert panel', null];
}

const capitalised = (words: string): string => words.charAt(0).toUpperCase() + words.slice(1);

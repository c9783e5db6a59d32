import { mayInRequisition } from '../../core/access/requisition-access.ts';
import {
  mayGiveView,
  mayReadViews,
  missingViews,
  RECOMMENDATIONS,
  type MayGiveView,
} from '../../core/decision/independent-view.ts';
import type { PersonId } from '../../core/kernel/ids.ts';
import type { Actor } from '../../core/person/person.ts';
import { applicantAt, applicantPage } from '../../http/applicant-page.ts';
import { errorOf, summaryFor, textareaFor, textOf, type FormState } from '../../http/form-state.ts';
import type { Button, DataTable, RadioCards, Textarea } from '../../http/parts.ts';
import type { PageReply } from '../../http/reply.ts';
import { blindWords } from '../../presentation/blind-words.ts';
import { formatList } from '../../presentation/format-list.ts';
import { stageChip } from '../../presentation/standing-words.ts';
import type { Views } from './find-views.ts';
import { agreementWords, RECOMMENDATION_WORDS, viewsTable } from './views-table.ts';

interface ViewsVm {
  readonly summary: ReturnType<typeof summaryFor>;
  /** Who has given one and who has not; never what. */
  readonly states: readonly string[];
  readonly form: { readonly action: string; readonly radios: RadioCards; readonly reason: Textarea } | null;
  readonly instead: string | null;
  /** What was typed and could not be kept. */
  readonly notKept: string | null;
  readonly agreement: string | null;
  readonly table: DataTable | null;
  readonly back: string;
}

const INSTEAD: Readonly<Record<Exclude<MayGiveView, 'may-give'>, string | null>> = {
  'given-before': null,
  withdrawn: 'The applicant has withdrawn. No more views are given.',
  decided: 'It is decided. No more views are given, and those that are in stay with whoever gave one.',
};

/** One's own view first; the others' beside it once it is in. */
export function viewsPage(actor: Actor, views: Views, form: FormState): PageReply {
  const { requisition, applicant, given } = views;
  const { role, here } = applicantAt(requisition, applicant);
  const may = mayGiveView(applicant, actor.personId, given);
  const reads = mayReadViews(actor.personId, given);
  const heading = `Views of ${applicant.label}`;
  const typed = textOf(form, 'reason');
  const vm: ViewsVm = {
    summary: summaryFor(form),
    states: stateWords(views),
    form: may === 'may-give' ? { action: `${here}/views`, ...controlsOf(form) } : null,
    instead: may === 'may-give' ? null : INSTEAD[may],
    notKept: may !== 'may-give' && typed !== '' ? typed : null,
    agreement: reads ? agreementWords(given) : null,
    table: reads ? viewsTable(views) : null,
    back: `${role}/interviews`,
  };
  return applicantPage({
    requisition,
    applicant,
    way: ['interviews'],
    header: {
      heading,
      sub: `${requisition.title} · ${blindWords(requisition)}`,
      chips: [stageChip(applicant.stage)],
      buttons: buttonsOf(actor, views),
    },
    view: 'independent-views/views',
    vm,
  });
}

function buttonsOf(actor: Actor, { requisition, applicant }: Views): Button[] {
  if (mayInRequisition(actor, 'decide', requisition) !== 'allowed') return [];
  const href = `/requisitions/${requisition.id}/applicants/${applicant.id}/decision`;
  return [{ kind: 'link', label: 'Decide', look: 'plain', href }];
}

function stateWords({ asked, given, staff }: Views): string[] {
  const nameOf = (id: PersonId): string => staff.get(id) ?? 'Somebody who is gone';
  const missing = missingViews(asked, given).map(nameOf);
  const names = given.map(({ personId }) => nameOf(personId));
  return [
    names.length === 0 ? 'Nobody has given a view yet.' : `Given by ${formatList(names)}.`,
    ...(missing.length === 0 ? [] : [`Still asked: ${formatList(missing)}.`]),
  ];
}

function controlsOf(form: FormState): { radios: RadioCards; reason: Textarea } {
  const typed = textOf(form, 'recommendation');
  return {
    radios: {
      id: 'recommendation',
      name: 'recommendation',
      label: 'What do you recommend?',
      hint: 'For this job, from what you know of this applicant.',
      error: errorOf(form, 'recommendation'),
      value: typed === '' ? null : typed,
      required: true,
      options: RECOMMENDATIONS.map((value) => ({ value, label: RECOMMENDATION_WORDS[value], hint: null })),
    },
    reason: textareaFor(form, {
      name: 'reason',
      label: 'Reason',
      hint: 'It has to do with the job: what you saw or heard of what the role needs. It stays on record with your name, and cannot be changed afterwards.',
      rows: 5,
    }),
  };
}

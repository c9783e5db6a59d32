import type { CriterionId } from '../../core/kernel/ids.ts';
import type { MaskedResponse } from '../../core/rating/masked-response.ts';
import type { Judgement, RatingTask } from '../../core/rating/rating-task.ts';
import type { ResponseReport } from '../../core/rating/response-report.ts';
import { resolveTask } from '../../core/rating/resolve-task.ts';
import type { Requisition } from '../../core/requisition/requisition.ts';
import type { Criterion } from '../../core/rubric/rubric.ts';
import { summaryFor, textareaFor, type FormState } from '../../http/form-state.ts';
import type { DataTable, Notice } from '../../http/parts.ts';
import type { PageReply } from '../../http/reply.ts';
import { levelCardsFor } from '../../http/level-cards-for.ts';
import { unratableFor } from './rate-page.ts';
import { responsesWords, unratableWords } from './rating-words.ts';

export interface OpenDecision {
  readonly task: RatingTask;
  readonly title: string;
}

/** What waits for the lead. */
export function decisionsPage(
  requisition: Requisition,
  decisions: readonly OpenDecision[],
  identifying: readonly ResponseReport[],
): PageReply {
  const table: DataTable = {
    id: 'decisions',
    heading: 'Responses to settle',
    headingHidden: true,
    note: null,
    columns: ['Response', 'What is open'].map((label) => ({
      label,
      labelHidden: false,
      align: 'start',
      sort: null,
    })),
    rows: decisions.map(({ task, title }, index) => ({
      lineAfter: null,
      cells: [
        {
          kind: 'link',
          text: `${index + 1}. ${title}`,
          href: `/requisitions/${requisition.id}/rating/decisions/${task.id}`,
          sub: null,
        },
        { kind: 'text', text: openWords(task), sub: null },
      ],
    })),
    empty: 'Nothing waits for you. Responses come here when raters cannot settle them.',
    sortsInPlace: false,
  };
  return {
    kind: 'page',
    layout: 'staff',
    view: 'rating-desk/decisions',
    title: `Responses to settle: ${requisition.title}`,
    vm: {
      breadcrumb: trail(requisition, 'Responses to settle'),
      identifying: identifying.length === 0 ? null : identifyingNotice(requisition, identifying),
      table,
    },
    simulated: requisition.simulated,
  };
}

function identifyingNotice(requisition: Requisition, reports: readonly ResponseReport[]): Notice {
  const one = reports.length === 1;
  return {
    look: 'warn',
    heading: `${responsesWords(reports.length)} ${one ? 'tells' : 'tell'} who wrote ${one ? 'it' : 'them'}`,
    lines: ['Raters say so. Choose the words that they should not read; the response itself stays as it is.'],
    links: reports.map(({ taskId }, index) => ({
      label: `Hide words in response ${index + 1}`,
      href: `/requisitions/${requisition.id}/rating/identifying/${taskId}`,
    })),
  };
}

const openOf = (task: RatingTask): readonly CriterionId[] => {
  const outcome = resolveTask({ ...task, thirdAvailable: false });
  return outcome.kind === 'lead' ? outcome.open : [];
};

function openWords(task: RatingTask): string {
  const unratable = task.slots.filter(
    ({ judgement }) => judgement !== null && judgement.unratable !== null,
  ).length;
  const criteria = openOf(task).length;
  const apart = `${criteria} ${criteria === 1 ? 'criterion' : 'criteria'} two or more levels apart`;
  return unratable > 0 ? `${unratable} of the raters could not rate it` : apart;
}

function trail(requisition: Requisition, here: string) {
  const base = `/requisitions/${requisition.id}`;
  return {
    links: [
      { label: 'Roles', href: '/requisitions' },
      { label: requisition.title, href: base },
      { label: 'Rating', href: `${base}/rating` },
    ],
    here,
  };
}

/** One response with what the raters said, for the lead to settle. */
export function decisionPage(input: {
  readonly requisition: Requisition;
  readonly task: RatingTask;
  readonly response: MaskedResponse;
  readonly criteria: readonly Criterion[];
  readonly form: FormState;
}): PageReply {
  const { requisition, task, response, criteria, form } = input;
  const open = openOf(task);
  const given = task.slots.flatMap(({ judgement }) => (judgement === null ? [] : [judgement]));
  const vm = {
    breadcrumb: trail(requisition, response.title),
    heading: `Settle: ${response.title}`,
    summary: summaryFor(form),
    action: `/requisitions/${requisition.id}/rating/decisions/${task.id}`,
    response,
    words: `${response.words} words`,
    table: judgementsTable(criteria, given),
    reasons: given.flatMap(({ reason }, index) =>
      reason === null ? [] : [{ rater: `Rater ${index + 1}`, text: reason }],
    ),
    open: criteria.filter(({ id }) => open.includes(id)).map((criterion) => levelCardsFor(criterion, form)),
    unratable: unratableFor(form, 'Yes: I choose the levels'),
    because: textareaFor(form, {
      name: 'because',
      label: 'Your reason',
      hint: 'It stays with the decision. The applicant may ask to read it.',
      rows: 3,
    }),
  };
  return {
    kind: 'page',
    layout: 'staff',
    view: 'rating-desk/decision',
    title: `Settle: ${response.title}`,
    vm,
    simulated: requisition.simulated,
  };
}

function judgementsTable(criteria: readonly Criterion[], given: readonly Judgement[]): DataTable {
  const cell = (judgement: Judgement, criterion: Criterion) => {
    const level = judgement.levels[criterion.id];
    return judgement.unratable === null && level !== undefined
      ? ({ kind: 'level', text: String(level), level } as const)
      : ({ kind: 'text', text: '–', sub: null } as const);
  };
  return {
    id: 'judgements',
    heading: 'What the raters said',
    headingHidden: false,
    note: null,
    columns: ['Rater', ...criteria.map(({ label }) => label)].map((label) => ({
      label,
      labelHidden: false,
      align: 'start',
      sort: null,
    })),
    rows: given.map((judgement, index) => ({
      lineAfter: null,
      cells: [
        {
          kind: 'text',
          text: `Rater ${index + 1}`,
          sub: judgement.unratable === null ? null : unratableWords(judgement.unratable),
        },
        ...criteria.map((criterion) => cell(judgement, criterion)),
      ],
    })),
    empty: '',
    sortsInPlace: false,
  };
}
